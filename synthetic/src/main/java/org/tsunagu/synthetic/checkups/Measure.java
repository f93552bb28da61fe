package org.tsunagu.synthetic.checkups;

/// What is measured (検査の種類), by the key of the published tables.
public enum Measure {
    /// 腹囲, cm; read to 1 mm, 5 mm or 1 cm.
    WAIST(0, 1),
    /// BMI.
    BMI(1, 1),
    /// 収縮期血圧, mmHg; read to 1 or to even digits.
    SBP(2, 0),
    /// 拡張期血圧, mmHg; read to 1 or to even digits.
    DBP(3, 0),
    /// 空腹時血糖, mg/dL.
    FPG(4, 0),
    /// HbA1c NGSP, %.
    HBA1C(5, 1),
    /// 中性脂肪, mg/dL.
    TG(6, 0),
    /// HDLコレステロール, mg/dL.
    HDL(7, 0),
    /// LDLコレステロール, mg/dL.
    LDL(8, 0),
    /// AST(GOT), U/L.
    AST(9, 0),
    /// ALT(GPT), U/L.
    ALT(10, 0),
    /// γ-GT(γ-GTP), U/L.
    GGT(11, 0),
    /// eGFR, mL/min/1.73m2.
    EGFR(12, 1),
    /// ヘモグロビン, g/dL.
    HB(13, 1),
    /// 随時血糖, mg/dL.
    CPG(14, 0),
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

    Measure(int index, int decimals) {
        this.index = index;
        this.decimals = decimals;
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
    public boolean hasCurve() {
        return index <= CPG.index;
    }

    /// How many ways of rounding there are.
    int roundings() {
        return this == WAIST ? 3 : this == SBP || this == DBP ? 2 : 1;
    }

    /// Width of a way of rounding, finest first.
    double step(int rounding) {
        return switch (this) {
            case WAIST -> rounding == 0 ? 0.1 : rounding == 1 ? 0.5 : 1;
            case SBP, DBP -> 1 + rounding;
            default -> StrictMath.pow(10, -decimals);
        };
    }
}
