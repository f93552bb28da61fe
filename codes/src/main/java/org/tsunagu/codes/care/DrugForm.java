package org.tsunagu.codes.care;

/// Way in which a drug is taken (剤形), as far as the lists tell them apart.
public enum DrugForm {
    /// 内服
    ORAL,
    /// 頓服
    AS_NEEDED,
    /// 外用
    EXTERNAL,
    /// 注射
    INJECTION,
    /// anything else, materials among it
    OTHER
}
