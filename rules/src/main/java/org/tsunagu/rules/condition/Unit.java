package org.tsunagu.rules.condition;

import java.util.Set;
import org.tsunagu.rules.value.Gathered;

/// One way in which a condition can hold (条件の選択肢); the ways are joined with OR.
sealed interface Unit {

    Truth test(Gathered values);

    void explain(Explanation explanation);

    /// The variables to ask for because their value is missing.
    void addMissing(Gathered values, Set<String> names);

    /// The term that speaks for this unit when it holds.
    Term decider(Gathered values);

    /// Terms that must all hold (AND).
    final class Clause implements Unit {

        private final Term[] terms;

        Clause(Term... terms) {
            this.terms = terms.clone();
        }

        @Override
        public Truth test(Gathered values) {
            var result = Truth.TRUE;
            for (var term : terms) {
                result = result.and(term.test(values));
                if (result == Truth.FALSE) {
                    return result;
                }
            }
            return result;
        }

        @Override
        public void explain(Explanation explanation) {
            for (var term : terms) {
                term.explain(explanation);
            }
        }

        @Override
        public void addMissing(Gathered values, Set<String> names) {
            for (var term : terms) {
                if (term.test(values) == Truth.UNKNOWN && !term.isStandIn()) {
                    names.add(term.name());
                }
            }
        }

        @Override
        public Term decider(Gathered values) {
            return terms[0];
        }
    }

    /// Alternatives of which the first that is known decides (優先順): later ones are not looked at.
    final class Chain implements Unit {

        private final Term[] terms;

        Chain(Term... terms) {
            this.terms = terms.clone();
        }

        @Override
        public Truth test(Gathered values) {
            for (var term : terms) {
                if (values.knows(term.variable())) {
                    return term.test(values);
                }
            }
            return Truth.UNKNOWN;
        }

        @Override
        public void explain(Explanation explanation) {
            var known = known(explanation.values());
            for (var i = 0; i < terms.length; i++) {
                if (i <= known || known < 0) {
                    explainOne(terms[i], i == known || known < 0, explanation);
                } else {
                    terms[i].explainIgnored(terms[known], explanation);
                }
            }
        }

        private static void explainOne(Term term, boolean decides, Explanation explanation) {
            if (decides) {
                term.explain(explanation);
            } else {
                term.explainUnused(explanation);
            }
        }

        private int known(Gathered values) {
            for (var i = 0; i < terms.length; i++) {
                if (values.knows(terms[i].variable())) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public void addMissing(Gathered values, Set<String> names) {
            if (known(values) < 0) {
                for (var term : terms) {
                    if (!term.isStandIn()) {
                        names.add(term.name());
                    }
                }
            }
        }

        @Override
        public Term decider(Gathered values) {
            return terms[Math.max(known(values), 0)];
        }
    }
}
