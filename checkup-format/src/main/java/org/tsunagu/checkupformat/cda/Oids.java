package org.tsunagu.checkupformat.cda;

/// The identifiers the reader tells apart (OID).
final class Oids {

    /// Everything the national format numbers itself begins with it.
    static final String NATIONAL = "1.2.392.200119.6";

    /// 保険者番号.
    static final String INSURER = NATIONAL + ".101";
    /// 健診・保健指導機関番号.
    static final String FACILITY = NATIONAL + ".102";
    /// 被保険者証の記号.
    static final String SYMBOL = NATIONAL + ".204";
    /// 被保険者証の番号.
    static final String NUMBER = NATIONAL + ".205";
    /// 枝番.
    static final String BRANCH = NATIONAL + ".211";
    /// 報告区分.
    static final String REPORT_CATEGORY = NATIONAL + ".1001";

    private Oids() {}
}
