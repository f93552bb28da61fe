package org.tsunagu.app.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.OptionalLong;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;

/// Walks a chain from its beginning and says whether it is whole (記録の検証).
@Service
public class ChainCheck {

    private static final int HASH_BYTES = 32;
    /// As in [People#sealed].
    private static final String SEALED = "case when e.people = 0 then '' else e.people || ':' || coalesce((select"
            + " encode(sha256(convert_to(string_agg(s.member_id::text, ',' order by s.member_id), 'UTF8')), 'hex')"
            + " from audit.subject s where s.insurer_id = e.insurer_id and s.seq = e.seq), '') end";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    /// A check of the chains in a database.
    public ChainCheck(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// What came of it (検証の結果).
    ///
    /// @param entries how many entries were looked at
    /// @param brokenAt the first entry that does not follow from the one before it, or the first that is missing
    public record Result(long entries, OptionalLong brokenAt) {
        /// Whether the chain is whole.
        public boolean isWhole() {
            return brokenAt.isEmpty();
        }
    }

    /// Checks the chain of an insurer.
    public Result of(InsurerId insurer) {
        return transactions.in(insurer, () -> {
            var walk = new Walk();
            jdbc.sql("select insurer_id, seq, at, coalesce(staff_id, 0), staff_name, kind, data_class,"
                            + " coalesce(member_id, 0), purpose, basis, place, detail, hash, " + SEALED
                            + " from audit.event e where insurer_id = :insurer order by seq")
                    .param("insurer", insurer.value())
                    .withFetchSize(1000)
                    .query((RowCallbackHandler) row -> walk.take(
                            new Entry(
                                    row.getInt(1),
                                    row.getLong(2),
                                    row.getObject(3, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                                    row.getLong(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getLong(8),
                                    row.getString(9),
                                    row.getString(10),
                                    row.getString(11),
                                    row.getString(12),
                                    row.getString(14)),
                            row.getBytes(13)));
            // People of entries that know of none, or that are not there.
            jdbc.sql("select min(s.seq) from audit.subject s where s.insurer_id = :insurer and not exists (select 1"
                            + " from audit.event e where e.insurer_id = s.insurer_id and e.seq = s.seq and e.people > 0)"
                            + " having count(*) > 0")
                    .param("insurer", insurer.value())
                    .query((RowCallbackHandler) row -> walk.broken(row.getLong(1)));
            jdbc.sql("select seq, hash from audit.chain where insurer_id = :insurer")
                    .param("insurer", insurer.value())
                    .query((RowCallbackHandler) row -> walk.end(new ChainEnd(row.getLong(1), row.getBytes(2))));
            return new Result(walk.entries, walk.brokenAt);
        });
    }

    private static final class Walk {
        private ChainEnd last = new ChainEnd(0, new byte[HASH_BYTES]);
        private long entries;
        private OptionalLong brokenAt = OptionalLong.empty();

        void take(Entry entry, byte[] hash) {
            entries++;
            var next = last.after(entry);
            if (entry.seq() != last.seq() + 1 || !Arrays.equals(next.hash(), hash)) {
                broken(last.seq() + 1);
            }
            last = new ChainEnd(entry.seq(), hash);
        }

        void end(ChainEnd noted) {
            if (noted.seq() != last.seq() || !Arrays.equals(noted.hash(), last.hash())) {
                broken(last.seq() + 1);
            }
        }

        private void broken(long seq) {
            if (brokenAt.isEmpty()) {
                brokenAt = OptionalLong.of(seq);
            }
        }
    }
}
