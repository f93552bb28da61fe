package org.tsunagu.rules.plan;

/// The people that one line of a plan counts (層), by whatever the plan divides them; empty where it does not divide.
///
/// @param kind kind of member, for example `組合員` or `家族`
/// @param sex in the words of the plan
/// @param ages ages reached in the fiscal year, for example `40-64`
/// @param level guidance level, for example `A` (動機付け支援) or `B` (積極的支援)
public record Stratum(String kind, String sex, String ages, String level) {

    /// People by kind of member and sex, as targets of the checkup are planned.
    public static Stratum ofKind(String kind, String sex) {
        return new Stratum(kind, sex, "", "");
    }

    /// People by sex, age and level, as guidance is planned.
    public static Stratum ofLevel(String sex, String ages, String level) {
        return new Stratum("", sex, ages, level);
    }
}
