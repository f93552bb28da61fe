package org.tsunagu.synthetic.course;

import java.time.LocalDate;
import org.tsunagu.codes.time.Dates;

/// The age bands of source 003 (年齢階層): ten years each, the last from 70 to 74.
public final class Bands {

    /// How many there are.
    public static final int COUNT = 8;

    private static final int YEARS = 10;

    private Bands() {}

    /// The band of an age, 0 to 7; older people count with the last one.
    public static int of(int age) {
        return Math.clamp(age / YEARS, 0, COUNT - 1);
    }

    /// The band of somebody on a day.
    public static int of(LocalDate birth, LocalDate day) {
        return of(Dates.age(birth, day));
    }
}
