package org.tsunagu.synthetic.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;

/// An illness as it is met, treated and paid for (傷病と診療の型), a row of `illnesses.tsv`. Numbers are
/// project defaults except for the 14 lifestyle diseases, whose frequency and cost are those of source
/// 003.
public final class Illness {

    private static final String[] RATES = {"p00", "p10", "p20", "p30", "p40", "p50", "p60", "p70"};

    private final Row row;
    private final Course course;
    private final Specialty specialty;
    private final String sex;
    private final String season;
    private final String tests;
    private final OptionalInt lifestyle;
    private final int days;
    private final double points;
    private final double sigma;
    private final List<List<Drug>> choices = new ArrayList<>();
    private final double[] rates = new double[RATES.length];

    /// How an illness goes (経過).
    public enum Course {
        /// Treated with a medicine the questionnaire asks about, once begun for good.
        DRUG,
        /// Present as long as the person is of the age, visited regularly.
        CHRONIC,
        /// Comes and goes in a month.
        ACUTE,
        /// A stay in hospital and visits afterwards.
        EPISODE,
        /// Haemodialysis thrice a week.
        DIALYSIS,
        /// At the dentist's.
        DENTAL,
        /// Never by itself: a name on other claims.
        NEVER
    }

    Illness(Row row, Map<String, Drug> drugs) {
        this.row = row;
        this.course = Course.valueOf(row.text("course"));
        this.specialty = Specialty.valueOf(row.text("specialty"));
        this.sex = row.text("sex");
        this.season = row.text("season");
        this.tests = row.text("tests");
        this.lifestyle =
                row.text("lifestyle").isEmpty() ? OptionalInt.empty() : OptionalInt.of(row.integer("lifestyle"));
        this.days = (int) number("days", 1);
        this.points = number("points", 0);
        this.sigma = number("sigma", 0);
        for (var choice : row.text("drugs").split("\\|", -1)) {
            var some = new ArrayList<Drug>();
            for (var id : choice.split("\\+", -1)) {
                Optional.ofNullable(drugs.get(id)).ifPresent(some::add);
            }
            choices.add(List.copyOf(some));
        }
        for (var i = 0; i < rates.length; i++) {
            rates[i] = number(RATES[i], 0);
        }
    }

    private double number(String column, double otherwise) {
        return row.text(column).isEmpty() ? otherwise : Double.parseDouble(row.text(column));
    }

    /// Key of the row.
    public String id() {
        return row.key();
    }

    /// Seven digits, of the invented master.
    public String code() {
        return row.text("code");
    }

    /// Its name in the invented master.
    public String name() {
        return row.text("name");
    }

    /// ICD-10.
    public String icd10() {
        return row.text("icd10");
    }

    /// Whether its own name stands on claims, not only that of a site.
    public boolean isOnClaims() {
        return icd10().length() > 1;
    }

    /// Number of the lifestyle disease in the tables of source 003, 1 to 14; empty for all others.
    public OptionalInt lifestyle() {
        return lifestyle;
    }

    /// How it goes.
    public Course course() {
        return course;
    }

    /// Who treats it.
    public Specialty specialty() {
        return specialty;
    }

    /// Whether people of this sex can have it.
    public boolean befalls(Sex other) {
        return sex.isEmpty() || sex.equals(other.code());
    }

    /// Share of men among the patients; empty when both sexes are as likely.
    public Optional<Double> men() {
        return row.text("male").isEmpty() ? Optional.empty() : Optional.of(number("male", 0) / 100);
    }

    /// Months between visits.
    public int every() {
        return (int) number("every", 1);
    }

    /// Days of care in a month with a visit.
    public int days() {
        return days;
    }

    /// Medicines it is treated with: one of these lists.
    public List<List<Drug>> choices() {
        return choices;
    }

    /// Days a prescription lasts, for each month until the next visit where it is chronic.
    public int supply() {
        return (int) number("supply", 1);
    }

    /// Points of a claim without medicines, or of a whole stay; 0 where source 003 says it.
    public double points() {
        return points;
    }

    /// Spread of the points, as the sd of their logarithm.
    public double sigma() {
        return sigma;
    }

    /// Days of a stay in the mean; 0 without stays.
    public int stayDays() {
        return (int) number("stay_days", 0);
    }

    /// Share of the cost of an episode that is the stay's.
    public double stayWeight() {
        return number("stay_weight", 0);
    }

    /// 診断群分類番号; empty when the stay is paid by fees.
    public String dpc() {
        return row.text("dpc");
    }

    /// Visits after a stay.
    public int visits() {
        return (int) number("visits", 0);
    }

    /// Row of `seasons.tsv`; empty when every month is alike.
    public String season() {
        return season;
    }

    /// What is done at a visit besides talking: `NONE`, `LIGHT`, `HEAVY`, `CANCER` or `DIALYSIS`.
    public String tests() {
        return tests;
    }

    /// How often it is met in an age band, 0 to 7: per cent of people for a chronic one, else cases a
    /// year among 1,000.
    public double rate(int band) {
        return rates[band];
    }

    @Override
    public String toString() {
        return id();
    }
}
