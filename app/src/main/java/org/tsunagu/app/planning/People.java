package org.tsunagu.app.planning;

import org.tsunagu.codes.person.Sex;

/// People of one sex and age class in a year (性・年齢階層別の人数).
///
/// @param targets registered on 1 April and of the age (対象者), before exclusions; of a year to come, registered today
/// @param denominator of them covered all year and not 75 by its end (分母)
/// @param examined of the denominator with a result of the year (受診)
/// @param complete of the denominator with a result that has all basic items (完了)
/// @param guidance who of these needed guidance, and what came of it
public record People(
        Sex sex, String ages, long targets, long denominator, long examined, long complete, Guided guidance) {

    /// Guidance of people (保健指導の人数).
    ///
    /// @param active and `motivational`: of the complete results those of this level (積極的支援・動機付け支援)
    /// @param base denominator of the guidance rate
    /// @param started of them with a first interview (利用)
    /// @param finished of them who finished (終了)
    public record Guided(long active, long motivational, long base, long started, long finished) {

        /// Nobody.
        public static final Guided NOBODY = new Guided(0, 0, 0, 0, 0);

        /// Of the complete results those who needed guidance.
        public long needing() {
            return active + motivational;
        }

        Guided plus(Guided other) {
            return new Guided(
                    active + other.active,
                    motivational + other.motivational,
                    base + other.base,
                    started + other.started,
                    finished + other.finished);
        }
    }

    /// Nobody.
    static People nobody(Sex sex, String ages) {
        return new People(sex, ages, 0, 0, 0, 0, Guided.NOBODY);
    }

    /// The same people with so many targets.
    People with(long others) {
        return new People(sex, ages, others, denominator, examined, complete, guidance);
    }

    /// Both together, under the name of this one.
    People plus(People other) {
        return new People(
                sex,
                ages,
                targets + other.targets,
                denominator + other.denominator,
                examined + other.examined,
                complete + other.complete,
                guidance.plus(other.guidance));
    }
}
