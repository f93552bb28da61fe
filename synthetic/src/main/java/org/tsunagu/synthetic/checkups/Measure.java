package org.tsunagu.synthetic.checkups;

/// What is measured (検査の種類), by the key of the published tables.
public enum Measure {
    /// 腹囲, cm; read to 1 mm, 5 mm or 1 cm.
    WAIST(1, 0.1, 0.5, 1),
    /// BMI.
    BMI(1, 0.1),
    /// 収縮期血圧, mmHg; read to 1 or to even digits.
    SBP(0, 1, 2),
    /// 拡張期血圧, mmHg; read to 1 or to even digits.
    DBP(0, 1, 2),
    /// 空腹時血糖, mg/dL.
    FPG(0, 1),
    /// HbA1c NGSP, %.
    HBA1C(1, 0.1),
    /// 中性脂肪, mg/dL.
    TG(0, 1),
    /// HDLコレステロール, mg/dL.
    HDL(0, 1),
    /// LDLコレステロール, mg/dL.
    LDL(0, 1),
    /// AST(GOT), U/L.
    AST(0, 1),
    /// ALT(GPT), U/L.
    ALT(0, 1),
    /// γ-GT(γ-GTP), U/L.
    GGT(0, 1),
    /// eGFR, mL/min/1.73m2.
    EGFR(1, 0.1),
    /// ヘモグロビン, g/dL.
    HB(1, 0.1),
    /// 随時血糖, mg/dL.
    CPG(0, 1),
    /// 血清クレアチニン, mg/dL; follows from eGFR.
    CREATININE(2),
    /// 身長, cm.
    HEIGHT(1),
    /// 体重, kg; follows from BMI and height.
    WEIGHT(1),
    /// 尿蛋白, code 1 to 5.
    URINE_PROTEIN(0),
    /// 尿糖, code 1 to 5.
    URINE_SUGAR(0);

    /// The first twelve are drawn together, with the correlations of `correlations.tsv`.
    static final int CORRELATED = GGT.ordinal() + 1;

    private final int decimals;
    private final double[] steps;

    Measure(int decimals, double... steps) {
        this.decimals = decimals;
        this.steps = steps;
    }

    /// The key in the published tables.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Digits after the point as recorded.
    public int decimals() {
        return decimals;
    }

    /// Whether there is a published curve.
    boolean hasCurve() {
        return steps.length > 0;
    }

    /// How many ways of rounding there are.
    int roundings() {
        return steps.length;
    }

    /// Width of a way of rounding, finest first.
    double step(int rounding) {
        return steps[rounding];
    }
}
