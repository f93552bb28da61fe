package org.tsunagu.app.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.codes.time.FiscalYear;

/// Reads the claims of a year for the mart (集計用レセプトの読み出し) from the views that their module
/// publishes; within the transaction of the caller, one claim at a time.
@Component
class ClaimReader {

    private static final int ROWS_AT_ONCE = 500;
    private static final String TRUE = "true";
    private static final String DISEASE = " d.class121 || E'\\t' || d.lifestyle14 || E'\\t' || d.suspected || E'\\t'"
            + " || d.main || E'\\t' || coalesce(d.points, 0) || E'\\t' || coalesce(d.yen, -1)";

    private final JdbcClient jdbc;

    ClaimReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A disease with its share of the claim.
    ///
    /// @param yen -1 before the cost was shared out
    record Disease(String class121, String lifestyle14, boolean isSuspected, boolean isMain, long points, long yen) {}

    /// Points of a dispensing claim that belong to a prescriber's claim with these diseases.
    record Joined(long points, List<Disease> diseases) {}

    /// A counted claim.
    ///
    /// @param memberId 0 for nobody's
    /// @param joined of dispensing only
    record Paid(
            long id,
            long memberId,
            LocalDate careMonth,
            String kind,
            boolean isInpatient,
            int days,
            int yenPerPoint,
            long yen,
            List<Disease> diseases,
            List<Joined> joined) {}

    /// What the claims of a year are made of: changes whenever one of them does, or its shares; empty
    /// without claims.
    String state(FiscalYear year) {
        var claims = jdbc.sql("select count(*) || '/' || coalesce(sum(version), 0) || '/' || coalesce(max(id), 0)"
                        + " from claims.mart_claim where care_month between :first and :last having count(*) > 0")
                .param("first", year.firstDay())
                .param("last", year.lastDay())
                .query(String.class)
                .optional();
        return claims.map(state -> state + "/" + shares(year)).orElse("");
    }

    private String shares(FiscalYear year) {
        return jdbc.sql("select coalesce(sum(d.version), 0) || '/' || (select coalesce(sum(p.points * p.claim_id), 0)"
                        + " from claims.mart_dispensed p join claims.mart_claim c on c.id = p.claim_id"
                        + " where c.care_month between :first and :last) from claims.mart_disease d"
                        + " join claims.mart_claim c on c.id = d.claim_id where c.care_month between :first and :last")
                .param("first", year.firstDay())
                .param("last", year.lastDay())
                .query(String.class)
                .single();
    }

    void each(FiscalYear year, Consumer<Paid> sink) {
        jdbc.sql("select c.id, coalesce(c.member_id, 0), c.care_month, c.kind, c.inpatient, c.days, c.yen_per_point,"
                        + " c.yen, array(select" + DISEASE + " from claims.mart_disease d where d.claim_id = c.id"
                        + " order by d.seq), array(select p.prescriber_claim_id || E'\\t' || p.points || E'\\t'"
                        + " || coalesce(" + DISEASE + ", '') from claims.mart_dispensed p"
                        + " left join claims.mart_disease d on d.claim_id = p.prescriber_claim_id"
                        + " where p.claim_id = c.id order by p.prescriber_claim_id, d.seq)"
                        + " from claims.mart_claim c where c.care_month between :first and :last order by c.id")
                .withFetchSize(ROWS_AT_ONCE)
                .param("first", year.firstDay())
                .param("last", year.lastDay())
                .query((RowCallbackHandler) row -> sink.accept(paid(row)));
    }

    private static Paid paid(ResultSet row) throws SQLException {
        var diseases = new ArrayList<Disease>();
        for (var text : (String[]) row.getArray(9).getArray()) {
            diseases.add(disease(text.split("\t", -1), 0));
        }
        return new Paid(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getBoolean(5),
                row.getInt(6),
                row.getInt(7),
                row.getLong(8),
                diseases,
                joined((String[]) row.getArray(10).getArray()));
    }

    private static Disease disease(String[] cells, int from) {
        return new Disease(
                cells[from],
                cells[from + 1],
                cells[from + 2].equals(TRUE),
                cells[from + 3].equals(TRUE),
                Long.parseLong(cells[from + 4]),
                Long.parseLong(cells[from + 5]));
    }

    /// Rows of one prescriber's claim stand together.
    private static List<Joined> joined(String[] texts) {
        var all = new ArrayList<Joined>();
        var prescriber = "";
        for (var text : texts) {
            var cells = text.split("\t", -1);
            if (!cells[0].equals(prescriber)) {
                prescriber = cells[0];
                all.add(new Joined(Long.parseLong(cells[1]), new ArrayList<>()));
            }
            if (!cells[2].isEmpty()) {
                all.getLast().diseases().add(disease(cells, 2));
            }
        }
        return all;
    }
}
