package org.tsunagu.app.claims;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.claims.ClaimView.Correction;
import org.tsunagu.app.claims.ClaimView.Disease;
import org.tsunagu.app.claims.ClaimView.Drug;
import org.tsunagu.app.claims.ClaimView.Joined;
import org.tsunagu.app.claims.ClaimView.Whole;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// What stands on one claim (レセプトの明細), within the transaction of the caller.
@Component
class ClaimDetails {

    private final JdbcClient jdbc;

    ClaimDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Whole whole(ClaimView claim) {
        return new Whole(
                claim,
                diseases(claim.id()),
                drugs(claim.id()),
                corrections(claim.id()),
                joined("claim_id", "prescriber_claim_id", claim.id()),
                joined("prescriber_claim_id", "claim_id", claim.id()),
                problems(claim));
    }

    private List<Disease> diseases(long claim) {
        return jdbc.sql("select name, icd10, class121, lifestyle14, suspected, main, start_day, points, yen"
                        + " from claims.claim_disease where claim_id = :claim order by seq")
                .param("claim", claim)
                .query((row, n) -> disease(row))
                .list();
    }

    static Disease disease(ResultSet row) throws SQLException {
        var isHidden = Sensitive.hidesDisease(row.getString(2));
        return new Disease(
                isHidden ? "" : row.getString(1),
                isHidden ? "" : row.getString(2),
                isHidden ? "" : row.getString(3),
                isHidden ? "" : row.getString(4),
                row.getBoolean(5),
                row.getBoolean(6),
                isHidden,
                Optional.ofNullable(row.getObject(7, LocalDate.class)),
                Optional.ofNullable(row.getObject(8, Long.class)),
                Optional.ofNullable(row.getObject(9, Long.class)));
    }

    private List<Drug> drugs(long claim) {
        return jdbc.sql("select code, name, form, from_day, days, quantity, price_list_code"
                        + " from claims.claim_drug where claim_id = :claim order by seq")
                .param("claim", claim)
                .query((row, n) -> {
                    var isHidden = Sensitive.hidesDrug(row.getString(7));
                    return new Drug(
                            isHidden ? "" : row.getString(1),
                            isHidden ? "" : row.getString(2),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            row.getInt(5),
                            Optional.ofNullable(row.getObject(6, BigDecimal.class)),
                            isHidden);
                })
                .list();
    }

    private List<Correction> corrections(long claim) {
        return jdbc.sql("select kind, record, items, reason, line from claims.claim_correction"
                        + " where claim_id = :claim order by seq")
                .param("claim", claim)
                .query((row, n) -> new Correction(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)))
                .list();
    }

    private List<Joined> joined(String own, String other, long claim) {
        return jdbc.sql("select " + other + ", points from claims.dispensed where " + own + " = :claim order by 1")
                .param("claim", claim)
                .query((row, n) -> new Joined(row.getLong(1), row.getLong(2)))
                .list();
    }

    /// A finding belongs to a claim by the number that reading gave it, which stands behind the number of
    /// the file.
    private List<Problem> problems(ClaimView claim) {
        return jdbc.sql("select f.entry, f.code, f.severity, f.line, f.item, f.arguments from claims.finding f"
                        + " join claims.claim c on c.delivery_id = f.delivery_id and c.entry = f.entry"
                        + " where c.id = :claim and f.item = c.item order by f.id")
                .param("claim", claim.id())
                .query((row, n) -> problem(row, claim.deliveryName()))
                .list();
    }

    /// @param name of the file, shown as the place
    static Problem problem(ResultSet row, String name) throws SQLException {
        return new Problem(
                row.getString(2),
                Severity.valueOf(row.getString(3)),
                new Place(name, row.getString(1), row.getString(5), row.getInt(4), 0),
                ReasonJson.readNamed(row.getString(6)));
    }
}
