package org.tsunagu.synthetic.checkups;

/// What is measured (検査の種類), by the key of the published tables.
public enum Measure {
    /// 腹囲, cm; read to 1 mm, 5 mm or 1 cm.
    WAIST(0, 1, 0.1, 0.5, 1),
    /// BMI.
    BMI(1, 1, 0.1),
    /// 収縮期血圧, mmHg; read to 1 or to even digits.
    SBP(2, 0, 1, 2),
    /// 拡張期血圧, mmHg; read to 1 or to even digits.
    DBP(3, 0, 1, 2),
    /// 空腹時血糖, mg/dL.
    FPG(4, 0, 1),
    /// HbA1c NGSP, %.
    HBA1C(5, 1, 0.1),
    /// 中性脂肪, mg/dL.
    TG(6, 0, 1),
    /// HDLコレステロール, mg/dL.
    HDL(7, 0, 1),
    /// LDLコレステロール, mg/dL.
    LDL(8, 0, 1),
    /// AST(GOT), U/L.
    AST(9, 0, 1),
    /// ALT(GPT), U/L.
    ALT(10, 0, 1),
    /// γ-GT(γ-GTP), U/L.
    GGT(11, 0, 1),
    /// eGFR, mL/min/1.73m2.
    EGFR(12, 1, 0.1),
    /// ヘモグロビン, g/dL.
    HB(13, 1, 0.1),
    /// 随時血糖, mg/dL.
    CPG(14, 0, 1),
    /// 血清クレアチニン, mg/dL; follows from eGFR.
    CREATININE(15, 2),
    /// 身長, cm.
    HEIGHT(16, 1),
    /// 体重, kg; follows from BMI and height.
    WEIGHT(17, 1),
    /// 尿蛋白, code 1 to 5.
    URINE_PROTEIN(18, 0),
    /// 尿糖, code 1 to 5.
    URINE_SUGAR(19, 0);

    /// The first twelve are drawn together, with the correlations of `correlations.tsv`.
    static final int CORRELATED = GGT.index + 1;

    private final int index;
    private final int decimals;
    private final double[] steps;

    Measure(int index, int decimals, double... steps) {
        this.index = index;
        this.decimals = decimals;
        this.steps = steps;
    }

    /// Position among the latent values, from 0.
    int index() {
        return index;
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
