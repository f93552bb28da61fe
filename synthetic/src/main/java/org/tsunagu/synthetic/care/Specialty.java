package org.tsunagu.synthetic.care;

/// What a place of care is for (診療科・施設の種類).
public enum Specialty {
    /// 内科.
    INTERNAL,
    /// 小児科.
    PAEDIATRIC,
    /// 整形外科.
    ORTHOPAEDIC,
    /// 眼科.
    EYE,
    /// 皮膚科.
    SKIN,
    /// 耳鼻咽喉科.
    ENT,
    /// 心療内科・精神科.
    PSYCHIATRIC,
    /// 婦人科.
    WOMEN,
    /// 人工透析.
    DIALYSIS,
    /// 病院.
    HOSPITAL,
    /// 歯科.
    DENTAL,
    /// 薬局.
    PHARMACY
}
