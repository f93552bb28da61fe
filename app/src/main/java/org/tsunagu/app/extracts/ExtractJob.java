package org.tsunagu.app.extracts;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Sealing;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.extracts.ExtractRows.Exact;
import org.tsunagu.app.extracts.ExtractRows.Ids;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.privacy.extract.Column;
import org.tsunagu.privacy.extract.Extract;
import org.tsunagu.privacy.extract.Extract.Demand;
import org.tsunagu.privacy.pseudonym.Pseudonyms;
import tools.jackson.databind.json.JsonMapper;

/// Makes an extract that was released (抽出の作成): reads the rows, makes them coarse, leaves out who would stand out, and
/// seals the file. Everything is one step: done again after a kill it ends the same.
@Component
class ExtractJob implements JobHandler {

    static final String KIND = "EXTRACT";

    /// So many of a hundred may be left out before columns become coarser.
    private static final double MOST_SUPPRESSED = 0.05;

    private final JdbcClient jdbc;
    private final ExtractRows rows;
    private final PseudonymKeys keys;
    private final Sealing sealing;
    private final Audit audit;
    private final JsonMapper json;

    ExtractJob(JdbcClient jdbc, ExtractRows rows, PseudonymKeys keys, Sealing sealing, Audit audit, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keys = keys;
        this.sealing = sealing;
        this.audit = audit;
        this.json = json;
    }

    static String owner(InsurerId insurer, long id) {
        return "extract/%d/%d".formatted(insurer.value(), id);
    }

    @Override
    public String kind() {
        return KIND;
    }

    private record Asked(String project, int fiscalYear, List<String> columns, int k, String insurer) {}

    @Override
    public void work(Job job, Steps steps) {
        var id = Long.parseLong(job.subject());
        steps.commit("made", 1, 1, () -> asked(id).ifPresent(asked -> make(job.insurer(), id, asked)));
    }

    private Optional<Asked> asked(long id) {
        return jdbc.sql("select e.project, e.fiscal_year, e.columns, e.k, i.number from extracts.extract e"
                        + " join access.insurer i on i.id = e.insurer_id where e.id = :id and e.state = 'APPROVED'")
                .param("id", id)
                .query((row, n) -> new Asked(
                        row.getString(1),
                        row.getInt(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        row.getInt(4),
                        row.getString(5)))
                .optional();
    }

    private void make(InsurerId insurer, long id, Asked asked) {
        var columns = ExtractColumn.of(asked.columns());
        var mart = keys.ring(insurer, PseudonymKeys.MART).current();
        var project = keys.ring(insurer, PseudonymKeys.ofProject(asked.project(), columns))
                .current();
        var ids = new Ids(asked.insurer(), Pseudonyms.ofMart(mart), Pseudonyms.ofProject(project));
        var exact = rows.of(asked.fiscalYear(), columns, ids);
        var extract = Extract.of(
                columns.stream().map(ExtractColumn::column).toList(),
                exact.stream().map(Exact::cells).toList(),
                new Demand(asked.k(), MOST_SUPPRESSED));
        var members = members(exact, extract);
        keep(insurer, id, extract, members);
        audit.noteAsSystem(
                insurer,
                new Look(
                        Look.Kind.BATCH,
                        "extract",
                        0,
                        "work",
                        Look.OWN_WORK,
                        "/extracts",
                        "extract %d made, %d rows, %d left out"
                                .formatted(id, extract.rows().size(), extract.suppressed())),
                members);
    }

    /// Who is in the file: for the ledger, which names everybody. Which row is whose is not kept.
    private static List<Long> members(List<Exact> exact, Extract extract) {
        var byId = new HashMap<String, Long>();
        exact.forEach(row -> byId.put(row.cells().getFirst(), row.memberId()));
        var kept = new HashSet<String>();
        extract.rows().forEach(row -> kept.add(row.getFirst()));
        var members = new ArrayList<Long>();
        byId.forEach((pseudonym, member) -> {
            if (kept.contains(pseudonym)) {
                members.add(member);
            }
        });
        members.sort(Long::compare);
        return members;
    }

    private void keep(InsurerId insurer, long id, Extract extract, List<Long> members) {
        var outcome = new Outcome(
                extract.rungs().stream().map(rung -> rung.row().key()).toList(),
                extract.suppressed(),
                extract.before(),
                extract.after());
        var isEmpty = extract.rows().isEmpty();
        jdbc.sql("update extracts.extract set state = :state, report = :report::jsonb, members = :members, file = :file"
                        + " where id = :id")
                .param("state", isEmpty ? "EMPTY" : "READY")
                .param("report", json.writeValueAsString(outcome))
                .param("members", members.toArray(Long[]::new))
                .param("file", isEmpty ? null : sealing.close(csv(extract), owner(insurer, id)), Types.BINARY)
                .param("id", id)
                .update();
    }

    private static byte[] csv(Extract extract) {
        var text = new StringBuilder("\ufeff");
        text.append(Csv.line(extract.columns().stream().map(Column::name).toList()));
        extract.rows().forEach(row -> text.append(Csv.line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
