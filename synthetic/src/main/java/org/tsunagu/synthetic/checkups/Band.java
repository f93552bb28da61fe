package org.tsunagu.synthetic.checkups;

import org.tsunagu.codes.person.Sex;

/// Sex and five years of age in the published tables (性・年齢階級): seven classes from 40–44 to 70–74. Younger people
/// are taken for the first class, older ones for the last.
///
/// @param age index of the class, 0 to 6
public record Band(Sex sex, int age) {
    /// How many classes of age there are.
    public static final int AGES = 7;

    private static final int YOUNGEST = 40;
    private static final int YEARS = 5;

    /// The class of an age.
    public static Band of(Sex sex, int years) {
        return new Band(sex, Math.clamp((years - YOUNGEST) / YEARS, 0, AGES - 1));
    }

    /// First age of the class.
    public int from() {
        return YOUNGEST + YEARS * age;
    }

    /// Position among all fourteen.
    public int index() {
        return (sex == Sex.MALE ? 0 : AGES) + age;
    }
}
