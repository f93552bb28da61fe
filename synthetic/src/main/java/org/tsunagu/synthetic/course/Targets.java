package org.tsunagu.synthetic.course;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.people.Profile;

/// How many claims there are for the 14 lifestyle diseases and what they cost, by age
/// (生活習慣病の費用額・レセプト件数): the tables of source 003 for fiscal year 2016, `targets.tsv`, and
/// the people they are about.
public final class Targets {

    /// How many lifestyle diseases there are.
    public static final int DISEASES = 14;

    private static final String PROFILE = "003";
    private static final long THOUSAND = 1000;

    private final long[][] yen = new long[DISEASES + 1][Bands.COUNT];
    private final long[][] receipts = new long[DISEASES + 1][Bands.COUNT];
    private final double[] people = new double[Bands.COUNT];
    private final double[] men = new double[Bands.COUNT];
    private final Map<String, double[]> treated = new HashMap<>();

    private Targets() {
        for (var row : Table.read("course/targets", resource("targets.tsv")).rows()) {
            var disease = row.integer("lifestyle");
            var band = Bands.of(row.integer("age_from"));
            yen[disease][band] = THOUSAND * row.integer("thousand_yen");
            receipts[disease][band] = row.integer("receipts");
        }
        for (var cell : Profile.of(PROFILE).cells()) {
            people[Bands.of(cell.ageFrom())] += cell.count();
            men[Bands.of(cell.ageFrom())] += cell.sex() == Sex.MALE ? cell.count() : 0;
        }
        Table.read("course/treated", resource("treated.tsv"))
                .rows()
                .forEach(row -> treated.put(row.key(), shares(row)));
    }

    private static @Nullable InputStream resource(String name) {
        return Targets.class.getResourceAsStream(name);
    }

    private static double[] shares(Row row) {
        var shares = new double[Bands.COUNT];
        for (var band = 0; band < shares.length; band++) {
            shares[band] = Double.parseDouble(row.text("p%d0".formatted(band)));
        }
        return shares;
    }

    /// The tables as shipped.
    public static Targets shipped() {
        return new Targets();
    }

    /// Members of a band in the society of source 003.
    public double people(int band) {
        return people[band];
    }

    /// Claims of a disease, 1 to 14, in a year.
    public long receipts(int disease, int band) {
        return receipts[disease][band];
    }

    /// Yen of a disease, 1 to 14, in a year.
    public long yen(int disease, int band) {
        return yen[disease][band];
    }

    /// Yen of a claim in the mean; of all ages where a band has none.
    public double yenPerReceipt(int disease, int band) {
        if (receipts[disease][band] > 0) {
            return (double) yen[disease][band] / receipts[disease][band];
        }
        var sum = 0L;
        var count = 0L;
        for (var other = 0; other < Bands.COUNT; other++) {
            sum += yen[disease][other];
            count += receipts[disease][other];
        }
        return (double) sum / count;
    }

    /// Claims a year of one person of a band and sex.
    public double claimsPerYear(Illness illness, int band, Sex sex) {
        var disease = illness.lifestyle().orElseThrow();
        var all = receipts[disease][band] / people[band];
        return illness.men()
                .map(share -> sex == Sex.MALE
                        ? all * share * people[band] / men[band]
                        : all * (1 - share) * people[band] / (people[band] - men[band]))
                .orElse(all);
    }

    /// Share of those never examined who are treated.
    public double treated(Illness illness, int band) {
        var shares = treated.get(illness.id());
        if (shares == null) {
            throw new IllegalArgumentException("treated.tsv has no row " + illness.id());
        }
        return shares[band];
    }
}
