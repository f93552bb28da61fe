package org.tsunagu.app.claims;

import static org.tsunagu.app.claims.RowSource.cell;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tsunagu.app.claims.ClaimCells.DiseaseCells;
import org.tsunagu.app.claims.ClaimCells.DrugCells;
import org.tsunagu.app.claims.ClaimCells.Stored;
import org.tsunagu.app.claims.ClaimLinking.Link;
import org.tsunagu.app.claims.ClaimLinking.Patient;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.claimsformat.claim.AppliedCorrection;
import org.tsunagu.codes.problem.Problem;

/// Writes claims and findings of a delivery (レセプトの記録), within the transaction of the caller.
@Repository
class ClaimStore {

    private static final String LOOSE_CORRECTIONS = "CLM-JY-NO-CLAIM";
    private static final RowSource<Problem> FINDINGS = RowSource.of(List.of(
            cell("entry", "text", problem -> problem.place().entry()),
            cell("code", "text", Problem::code),
            cell("severity", "text", Problem::severity),
            cell("line", "bigint", problem -> problem.place().line()),
            cell("item", "text", problem -> problem.place().item()),
            cell("arguments", "jsonb", problem -> ReasonJson.named(problem.arguments()))));
    private static final RowSource<Corrected> CORRECTIONS = RowSource.of(List.of(
            cell("claim_id", "bigint", Corrected::claimId),
            cell("seq", "int", Corrected::seq),
            cell("kind", "int", corrected -> corrected.one().kind()),
            cell("record", "text", corrected -> corrected.one().record()),
            cell("items", "text", corrected -> corrected.one().items()),
            cell("reason", "text", corrected -> corrected.one().reason()),
            cell("line", "int", corrected -> corrected.one().fileLine())));
    private static final RowSource<Prescribed> PRESCRIPTIONS = RowSource.of(List.of(
            cell("claim_id", "bigint", Prescribed::claimId),
            cell("month", "date", Prescribed::month),
            cell("points", "bigint", Prescribed::points)));

    /// An instruction of the review body that was carried out on a stored claim.
    private record Corrected(long claimId, int seq, AppliedCorrection one) {}

    /// Points of a dispensing claim by the month of the prescription.
    private record Prescribed(long claimId, LocalDate month, long points) {}

    private final JdbcClient jdbc;
    private final ClaimLinking linking;

    ClaimStore(JdbcClient jdbc, ClaimLinking linking) {
        this.jdbc = jdbc;
        this.linking = linking;
    }

    /// Keeps claims with what is wrong with them.
    void take(StoredDelivery delivery, List<Taken> claims, List<Problem> problems) {
        var insurer = delivery.insurer().value();
        problems(delivery, problems);
        if (claims.isEmpty()) {
            return;
        }
        var parts = parts(delivery, claims);
        var links = links(claims);
        var rows = claims.stream()
                .map(taken -> new Stored(
                        delivery.id(),
                        parts.getOrDefault(key(taken), 0L),
                        taken,
                        taken.isPublicOnly() ? Link.PUBLIC : links.getOrDefault(taken.number(), Link.NONE)))
                .toList();
        ClaimCells.CLAIMS.insert(jdbc, insurer, "claims.claim", rows);
        details(insurer, ids(delivery, claims), claims);
    }

    private static String key(Taken taken) {
        return taken.claimMonth() + taken.claim().kind().tag();
    }

    /// The parts that the claims belong to, by month and kind.
    private Map<String, Long> parts(StoredDelivery delivery, List<Taken> claims) {
        var wanted = new LinkedHashMap<String, Taken>();
        claims.forEach(taken -> wanted.putIfAbsent(key(taken), taken));
        for (var taken : wanted.values()) {
            jdbc.sql("insert into claims.part (insurer_id, delivery_id, claim_month, kind, state)"
                            + " values (:insurer, :delivery, :month, :kind, 'STAGED') on conflict do nothing")
                    .param("insurer", delivery.insurer().value())
                    .param("delivery", delivery.id())
                    .param("month", Date.valueOf(Completeness.day(taken.claimMonth())))
                    .param("kind", taken.claim().kind().tag())
                    .update();
        }
        var parts = new HashMap<String, Long>();
        jdbc.sql("select claim_month, kind, id from claims.part where delivery_id = :delivery")
                .param("delivery", delivery.id())
                .query(row -> {
                    parts.put(YearMonth.from(row.getObject(1, LocalDate.class)) + row.getString(2), row.getLong(3));
                });
        return parts;
    }

    private Map<Integer, Link> links(List<Taken> claims) {
        var patients = new HashMap<Integer, Patient>();
        for (var taken : claims) {
            if (!taken.isPublicOnly()) {
                patients.put(taken.number(), ClaimCells.patient(taken.claim()));
            }
        }
        return linking.of(patients);
    }

    private Map<Integer, Long> ids(StoredDelivery delivery, List<Taken> claims) {
        var ids = new HashMap<Integer, Long>();
        jdbc.sql("select number, id from claims.claim where delivery_id = :delivery and number = any(:numbers)")
                .param("delivery", delivery.id())
                .param("numbers", claims.stream().map(Taken::number).toArray(Integer[]::new))
                .query(row -> {
                    ids.put(row.getInt(1), row.getLong(2));
                });
        return ids;
    }

    private void details(int insurer, Map<Integer, Long> ids, List<Taken> claims) {
        var diseases = new ArrayList<DiseaseCells>();
        var drugs = new ArrayList<DrugCells>();
        var corrections = new ArrayList<Corrected>();
        var prescriptions = new ArrayList<Prescribed>();
        for (var taken : claims) {
            var id = ids.getOrDefault(taken.number(), 0L);
            taken.diseases().forEach(disease -> diseases.add(new DiseaseCells(id, disease)));
            taken.drugs().forEach(drug -> drugs.add(new DrugCells(id, drug)));
            for (var correction : taken.claim().corrections()) {
                corrections.add(new Corrected(id, corrections.size() + 1, correction));
            }
            taken.prescriptions()
                    .forEach((month, points) -> prescriptions.add(new Prescribed(id, Completeness.day(month), points)));
        }
        ClaimCells.DISEASES.insert(jdbc, insurer, "claims.claim_disease", diseases);
        ClaimCells.DRUGS.insert(jdbc, insurer, "claims.claim_drug", drugs);
        PRESCRIPTIONS.insert(jdbc, insurer, "claims.prescription", prescriptions);
        CORRECTIONS.insert(jdbc, insurer, "claims.claim_correction", corrections);
    }

    /// Keeps findings; corrections without their claim wait for it.
    void problems(StoredDelivery delivery, List<Problem> problems) {
        var insurer = delivery.insurer().value();
        if (!problems.isEmpty()) {
            FINDINGS.bind(
                            jdbc.sql("insert into claims.finding (insurer_id, delivery_id, entry, code, severity, line,"
                                            + " item, arguments) select :insurer, :delivery, r.* from "
                                            + FINDINGS.table())
                                    .param("insurer", insurer)
                                    .param("delivery", delivery.id()),
                            problems)
                    .update();
        }
        for (var problem : problems) {
            if (problem.code().equals(LOOSE_CORRECTIONS)) {
                wait(delivery, problem);
            }
        }
    }

    private void wait(StoredDelivery delivery, Problem problem) {
        jdbc.sql("insert into claims.waiting_correction (insurer_id, delivery_id, entry, line, search_number,"
                        + " instructions) values (:insurer, :delivery, :entry, :line, :number, :count)"
                        + " on conflict do nothing")
                .param("insurer", delivery.insurer().value())
                .param("delivery", delivery.id())
                .param("entry", problem.place().entry())
                .param("line", problem.place().line())
                .param("number", problem.arguments().getOrDefault("number", ""))
                .param("count", Integer.parseInt(problem.arguments().getOrDefault("actual", "0")))
                .update();
    }
}
