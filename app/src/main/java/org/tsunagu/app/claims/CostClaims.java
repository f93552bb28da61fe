package org.tsunagu.app.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.claimsformat.claim.Amounts;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.DiseaseRow;
import org.tsunagu.claimsformat.claim.Header;
import org.tsunagu.claimsformat.claim.Headers;
import org.tsunagu.claimsformat.claim.Institution;
import org.tsunagu.claimsformat.claim.Line;
import org.tsunagu.claimsformat.claim.PayerMask;
import org.tsunagu.claimsformat.claim.Person;
import org.tsunagu.claimsformat.claim.ReceiptType;
import org.tsunagu.claimsformat.claim.Review;
import org.tsunagu.claimsformat.claim.Status;
import org.tsunagu.claimsformat.claim.Version;
import org.tsunagu.claimsformat.disease.Bucket;
import org.tsunagu.claimsformat.disease.Disease;
import org.tsunagu.claimsformat.disease.DiseaseClasses;
import org.tsunagu.claimsformat.disease.Diseases.Classified;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.claimsformat.disease.LifestyleDiseases;
import org.tsunagu.claimsformat.master.Resolved.How;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;

/// The counted claims of a fiscal year as the sharing of cost needs them (配分の対象): what the database
/// holds of them, made into claims again without what plays no part. Within the transaction of the caller.
@Component
class CostClaims {

    private static final int ROWS_AT_ONCE = 500;
    private static final int PREFECTURE = 2;

    private final JdbcClient jdbc;
    private final Map<String, Group> middle = DiseaseClasses.of121(List.of()).byCode();
    private final Map<String, Group> lifestyle = new LifestyleDiseases(List.of()).byCode();

    CostClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A claim with the key it has in the database.
    record Kept(long id, Claim claim, List<Classified> diseases, boolean isOnDialysis) {}

    void each(FiscalYear year, Consumer<Kept> sink) {
        jdbc.sql("select c.id, c.kind, c.receipt_type, c.care_month, c.institution, c.prescriber, c.public_only, c.sex,"
                        + " c.birth, coalesce(c.member_id, 0), c.household_key, c.days, c.points_decided,"
                        + " c.meal_yen, c.yen_per_point, c.dialysis, array(select d.seq || E'\\t' || d.icd10 || E'\\t'"
                        + " || d.class121 || E'\\t' || d.lifestyle14 || E'\\t' || d.suspected || E'\\t' || d.main"
                        + " || E'\\t' || d.most_resources from claims.claim_disease d where d.claim_id = c.id"
                        + " order by d.seq), array(select p.month || E'\\t' || p.points from claims.prescription p"
                        + " where p.claim_id = c.id order by p.month) from claims.counted c"
                        + " where c.care_month between :first and :last order by c.id")
                .withFetchSize(ROWS_AT_ONCE)
                .param("first", year.firstDay())
                .param("last", year.lastDay())
                .query((RowCallbackHandler) row -> sink.accept(kept(row)));
    }

    private Kept kept(ResultSet row) throws SQLException {
        var diseases = new ArrayList<Classified>();
        for (var text : (String[]) row.getArray(17).getArray()) {
            diseases.add(disease(text.split("\t", -1)));
        }
        return new Kept(row.getLong(1), claim(row), diseases, row.getBoolean(16));
    }

    private Classified disease(String[] cells) {
        var row = new DiseaseRow(
                Integer.parseInt(cells[0]), "", "", List.of(), "", Optional.empty(), "", false, "", "", 0);
        var group = middle.getOrDefault(cells[2], Bucket.UNCLASSIFIED.group());
        var found = new Disease(
                "",
                cells[1],
                group,
                Optional.ofNullable(lifestyle.get(cells[3])),
                Boolean.parseBoolean(cells[4]),
                How.IN_FORCE);
        return new Classified(row, found, Boolean.parseBoolean(cells[5]), Boolean.parseBoolean(cells[6]));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        var points = row.getLong(13);
        var mealYen = row.getLong(14);
        var header = new Header(0, "", row.getInt(12), points, 0, mealYen, Optional.empty());
        var headers = row.getBoolean(7)
                ? new Headers(Optional.empty(), List.of(header))
                : new Headers(Optional.of(header), List.of());
        var version = new Version(
                headers, List.of(), prescriptions((String[]) row.getArray(18).getArray()));
        return new Claim(
                "",
                Kind.of(row.getString(2)).orElseThrow(),
                ReceiptType.of(row.getString(3)),
                YearMonth.from(row.getObject(4, LocalDate.class)),
                Optional.empty(),
                person(row),
                institution(row.getString(5)),
                row.getString(6).isEmpty() ? Optional.empty() : Optional.of(institution(row.getString(6))),
                version,
                version,
                List.of(),
                Review.NOTHING,
                new Amounts(points, points, points, mealYen, row.getInt(15)),
                Status.COUNTED,
                List.of(),
                "",
                0,
                "");
    }

    /// A person is the member, else the household with birth and sex: only who is the same counts.
    private static Person person(ResultSet row) throws SQLException {
        var member = row.getLong(10);
        return new Person(
                "",
                member == 0 ? row.getString(11) : "member",
                Long.toString(member),
                "",
                Sex.of(row.getString(8)),
                Optional.ofNullable(row.getObject(9, LocalDate.class)),
                "",
                "");
    }

    private static Institution institution(String key) {
        return key.length() <= PREFECTURE
                ? new Institution("", "", "", key, "")
                : new Institution(
                        "",
                        key.substring(0, PREFECTURE),
                        key.substring(PREFECTURE, PREFECTURE + 1),
                        key.substring(PREFECTURE + 1),
                        "");
    }

    private static List<Line> prescriptions(String[] texts) {
        var lines = new ArrayList<Line>();
        for (var text : texts) {
            var cells = text.split("\t", -1);
            lines.add(new Line(
                    lines.size() + 1,
                    "",
                    "",
                    "",
                    Optional.empty(),
                    Long.parseLong(cells[1]),
                    1,
                    PayerMask.NONE,
                    Line.Counting.ADDED,
                    0,
                    Optional.of(LocalDate.parse(cells[0])),
                    0));
        }
        return lines;
    }
}
