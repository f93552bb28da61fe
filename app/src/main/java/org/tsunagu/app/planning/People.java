package org.tsunagu.app.planning;

import org.tsunagu.codes.person.Sex;

/// People of one sex and age class in a year (性・年齢階層別の人数).
///
/// @param targets registered on 1 April and of the age (対象者), before exclusions; of a year to come, registered today
/// @param denominator of them covered all year and not 75 by its end (分母)
/// @param examined of the denominator with a result of the year (受診)
/// @param complete of the denominator with a result that has all basic items (完了)
/// @param guidance of these with level 1 or 2 (保健指導の対象)
public record People(
        Sex sex, String ages, long targets, long denominator, long examined, long complete, long guidance) {

    /// Nobody.
    static People nobody(Sex sex, String ages) {
        return new People(sex, ages, 0, 0, 0, 0, 0);
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
                guidance + other.guidance);
    }
}
