package org.tsunagu.synthetic.people;

/// How somebody is insured (被保険者の種別), as the profile of source 003 counts them.
public enum Kind {
    /// 第1種組合員: here the doctors.
    FIRST("1"),
    /// 第2種組合員: here their employees.
    SECOND("2"),
    /// 家族: dependants of either.
    FAMILY("3");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /// The code in our register file.
    public String code() {
        return code;
    }

    /// Whether the person heads a household.
    public boolean isInsured() {
        return this != FAMILY;
    }
}
