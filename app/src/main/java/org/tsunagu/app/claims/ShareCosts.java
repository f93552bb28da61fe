package org.tsunagu.app.claims;

import static org.tsunagu.app.claims.RowSource.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.claims.CostClaims.Kept;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.claimsformat.allocation.ClaimCosts;
import org.tsunagu.claimsformat.allocation.CostSettings;
import org.tsunagu.claimsformat.allocation.LargestRemainder;
import org.tsunagu.codes.time.FiscalYear;

/// Gives the cost of the claims of a fiscal year to their diseases (傷病への配分) by the proportional
/// distribution, whose population is the year, and joins dispensing to the claims of the prescribers. Done
/// in one step: killed, it is done anew.
@Component
class ShareCosts implements JobHandler {

    static final String KIND = "claims-cost";

    private static final String ENDED = "ended";
    private static final int PORTION = 5_000;
    private static final RowSource<Share> SHARES = RowSource.of(List.of(
            cell("claim_id", "bigint", Share::claimId),
            cell("seq", "int", Share::seq),
            cell("points", "bigint", Share::points),
            cell("yen", "bigint", Share::yen)));
    private static final RowSource<Dispensed> DISPENSED = RowSource.of(List.of(
            cell("claim_id", "bigint", Dispensed::claimId),
            cell("prescriber_claim_id", "bigint", Dispensed::prescriberId),
            cell("points", "bigint", Dispensed::points)));

    private final CostClaims claims;
    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Path folder;

    ShareCosts(CostClaims claims, JdbcClient jdbc, Jobs jobs, @Value("${tsunagu.data}") Path data) {
        this.claims = claims;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.folder = data.resolve("claims");
    }

    /// What a disease of a claim bears.
    private record Share(long claimId, int seq, long points, long yen) {}

    /// Points of a dispensing claim that belong to a prescriber's.
    private record Dispensed(long claimId, long prescriberId, long points) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(Job job, Steps steps) {
        if (job.step().equals(ENDED)) {
            return;
        }
        // The same year waits again because more has come meanwhile: once is enough.
        var year = job.subject().split(" ", 2)[0];
        var isLater = jobs.isLater(job, year + " ");
        steps.commit(ENDED, 1, 1, () -> {
            if (!isLater) {
                share(new FiscalYear(Integer.parseInt(year)));
            }
        });
    }

    private void share(FiscalYear year) {
        try {
            Files.createDirectories(folder);
            var aside = Files.createTempFile(folder, "cost", ".part");
            try (var costs = new ClaimCosts(aside, CostSettings.shipped())) {
                share(year, costs);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void share(FiscalYear year, ClaimCosts costs) {
        var ids = new ArrayList<Long>();
        claims.each(year, kept -> {
            ids.add(kept.id());
            costs.add(kept.claim(), kept.diseases(), kept.isOnDialysis(), texts(kept));
        });
        var writing = new Writing(ids);
        var result = costs.finish(writing);
        writing.end();
        if (!result.isExact()) {
            throw new IllegalStateException(
                    "the cost of the fiscal year %d was not shared exactly".formatted(year.year()));
        }
        dispensed(year, writing);
    }

    /// What is to come back with each share: claim, place of the disease, price of a point, meals.
    private static List<byte[]> texts(Kept kept) {
        var amounts = kept.claim().amounts();
        return kept.diseases().stream()
                .map(one -> ByteBuffer.allocate(2 * Long.BYTES + 2 * Integer.BYTES)
                        .putLong(kept.id())
                        .putInt(one.row().sequence())
                        .putInt(amounts.yenPerPoint())
                        .putLong(amounts.mealYen())
                        .array())
                .toList();
    }

    private void dispensed(FiscalYear year, Writing writing) {
        jdbc.sql("delete from claims.dispensed d using claims.claim c where c.id = d.claim_id"
                        + " and c.care_month between :first and :last")
                .param("first", year.firstDay())
                .param("last", year.lastDay())
                .update();
        var rows = new ArrayList<Dispensed>();
        writing.joined.forEach((claim, prescribers) -> prescribers.forEach((prescriber, points) ->
                rows.add(new Dispensed(writing.ids.get(claim), writing.ids.get(prescriber), points))));
        for (var from = 0; from < rows.size(); from += PORTION) {
            var portion = rows.subList(from, Math.min(rows.size(), from + PORTION));
            DISPENSED
                    .bind(
                            jdbc.sql("insert into claims.dispensed (insurer_id, claim_id, prescriber_claim_id, points)"
                                    + " select c.insurer_id, r.* from " + DISPENSED.table()
                                    + " join claims.claim c on c.id = r.claim_id"),
                            portion)
                    .update();
        }
    }

    /// Writes the shares of one claim after the other, those that are what they were left out.
    private final class Writing implements ClaimCosts.Shares {
        private final List<Long> ids;
        private final Map<Integer, Map<Integer, Long>> joined = new HashMap<>();
        private final List<byte[]> texts = new ArrayList<>();
        private final List<Long> points = new ArrayList<>();
        private final List<Share> shares = new ArrayList<>();
        private long claim;

        Writing(List<Long> ids) {
            this.ids = ids;
        }

        @Override
        public void joined(int dispensing, int prescriber, long part) {
            joined.computeIfAbsent(dispensing, first -> new HashMap<>()).merge(prescriber, part, Long::sum);
        }

        @Override
        public void row(byte[] text, long part) {
            var of = ByteBuffer.wrap(text).getLong();
            if (of != claim) {
                claim();
                claim = of;
            }
            texts.add(text);
            points.add(part);
        }

        /// Meals have no points: they follow the points of the diseases.
        private void claim() {
            if (texts.isEmpty()) {
                return;
            }
            var parts = points.stream().mapToLong(Long::longValue).toArray();
            var weights = IntStream.range(0, parts.length)
                    .mapToLong(i -> Math.max(0, parts[i]))
                    .toArray();
            var meals = ByteBuffer.wrap(texts.getFirst()).getLong(Long.BYTES + 2 * Integer.BYTES);
            var mealParts = LargestRemainder.split(meals, weights);
            for (var i = 0; i < parts.length; i++) {
                var cells = ByteBuffer.wrap(texts.get(i));
                var yen = parts[i] * cells.getInt(Long.BYTES + Integer.BYTES) + mealParts[i];
                shares.add(new Share(cells.getLong(0), cells.getInt(Long.BYTES), parts[i], yen));
            }
            texts.clear();
            points.clear();
            if (shares.size() >= PORTION) {
                write();
            }
        }

        private void write() {
            SHARES.bind(
                            jdbc.sql("update claims.claim_disease d set points = r.points, yen = r.yen from "
                                    + SHARES.table() + " where d.claim_id = r.claim_id and d.seq = r.seq"
                                    + " and (d.points, d.yen) is distinct from (r.points, r.yen)"),
                            shares)
                    .update();
            shares.clear();
        }

        void end() {
            claim();
            write();
        }
    }
}
