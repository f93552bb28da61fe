package org.tsunagu.codes.care;

/// Kind of a claim (レセプトの種類).
public enum CareKind {
    /// 医科
    MED,
    /// 医科 DPC
    DPC,
    /// 歯科
    DEN,
    /// 調剤
    PHA,
    /// 訪問看護
    NUR
}
