/// The official decisions about one person (制度のルール): pure functions over official tables, the result carries its
/// reasons.
@org.jspecify.annotations.NullMarked
module org.tsunagu.rules {
    requires static transitive org.jspecify;
    requires transitive org.tsunagu.codes;

    exports org.tsunagu.rules;
    exports org.tsunagu.rules.band;
    exports org.tsunagu.rules.care;
    exports org.tsunagu.rules.completeness;
    exports org.tsunagu.rules.condition;
    exports org.tsunagu.rules.decision;
    exports org.tsunagu.rules.eligibility;
    exports org.tsunagu.rules.feedback;
    exports org.tsunagu.rules.flow;
    exports org.tsunagu.rules.guidance;
    exports org.tsunagu.rules.kidney;
    exports org.tsunagu.rules.legal;
    exports org.tsunagu.rules.list;
    exports org.tsunagu.rules.mark;
    exports org.tsunagu.rules.metabolic;
    exports org.tsunagu.rules.plan;
    exports org.tsunagu.rules.rates;
    exports org.tsunagu.rules.replacement;
    exports org.tsunagu.rules.rewards;
    exports org.tsunagu.rules.seniors;
    exports org.tsunagu.rules.stratification;
    exports org.tsunagu.rules.value;
}
