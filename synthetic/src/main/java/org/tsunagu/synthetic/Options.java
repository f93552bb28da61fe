package org.tsunagu.synthetic;

import java.nio.file.Path;
import java.util.Optional;

/// What to make (生成条件): size, years, seed and place of the invented insurer.
///
/// @param members on the register on 1 April of each year
/// @param firstYear and `lastYear`: fiscal years with checkups, both included
/// @param seed same seed and options, same bytes on every machine
/// @param out folder to write into; made when missing
/// @param like profile of the population, a row set of `profiles.tsv`; `003` is the published professional society
/// @param defectRate share of documents, and of archives, that carry one planted defect; 0 for none
/// @param schemas folder of the official schemas, copied into each archive's XSD folder when given
/// @param insurer number of the insurer, eight digits with a check digit
public record Options(
        int members,
        int firstYear,
        int lastYear,
        long seed,
        Path out,
        String like,
        double defectRate,
        Optional<Path> schemas,
        String insurer) {
    /// Number that no insurer has: scheme 99 does not exist.
    public static final String UNASSIGNED_INSURER = "99999997";

    /// The published society of 37,286 members, 2019 to 2025, without defects.
    public static Options standard(Path out) {
        return new Options(37_286, 2019, 2025, 1, out, "003", 0, Optional.empty(), UNASSIGNED_INSURER);
    }

    /// The same with another size and range of years.
    public Options sized(int people, int first, int last) {
        return new Options(people, first, last, seed, out, like, defectRate, schemas, insurer);
    }

    /// The same with planted defects.
    public Options withDefects(double rate) {
        return new Options(members, firstYear, lastYear, seed, out, like, rate, schemas, insurer);
    }

    /// The same with another seed.
    public Options seeded(long other) {
        return new Options(members, firstYear, lastYear, other, out, like, defectRate, schemas, insurer);
    }
}
