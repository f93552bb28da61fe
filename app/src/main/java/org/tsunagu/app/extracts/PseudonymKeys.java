package org.tsunagu.app.extracts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Sealing;
import org.tsunagu.privacy.extract.Column;
import org.tsunagu.privacy.pseudonym.KeyRing;
import org.tsunagu.privacy.pseudonym.PseudonymKey;

/// Where keys of pseudonymous ids are kept (仮名化の鍵の保管): sealed, each opening only for its insurer, use and version.
/// Within the transaction of the caller.
@Component
class PseudonymKeys {

    /// The first layer: link ids of an insurer's people.
    static final String MART = "mart";

    private static final String PROJECT = "project/";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PseudonymKeys(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// Of a project and what others may know that its extract tells: extracts of one project that tell different such
    /// things cannot be put together person by person, which would single people out again.
    static String ofProject(String name, List<ExtractColumn> columns) {
        return PROJECT
                + name
                + columns.stream()
                        .filter(column -> column.column().role() == Column.Role.QUASI)
                        .map(column -> "/" + column.column().name())
                        .sorted()
                        .collect(Collectors.joining());
    }

    /// The keys of a use, the first one made when there is none.
    KeyRing ring(InsurerId insurer, String use) {
        var known = read(insurer, use);
        if (known.isEmpty()) {
            add(insurer, use, 1);
            return new KeyRing(read(insurer, use));
        }
        return new KeyRing(known);
    }

    /// Makes another key of a use: ids from now on are others, earlier ones can still be explained.
    KeyRing rotate(InsurerId insurer, String use) {
        add(insurer, use, ring(insurer, use).current().version() + 1);
        return ring(insurer, use);
    }

    private void add(InsurerId insurer, String use, int version) {
        var secret = new byte[PseudonymKey.BYTES];
        random.nextBytes(secret);
        jdbc.sql("insert into extracts.key values (:insurer, :use, :version, :sealed, :now) on conflict do nothing")
                .param("insurer", insurer.value())
                .param("use", use)
                .param("version", version)
                .param("sealed", sealing.close(secret, owner(insurer, use, version)))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private List<PseudonymKey> read(InsurerId insurer, String use) {
        return jdbc.sql("select version, sealed from extracts.key where use = :use order by version")
                .param("use", use)
                .query((row, n) -> new PseudonymKey(
                        row.getInt(1), sealing.open(row.getBytes(2), owner(insurer, use, row.getInt(1)))))
                .list();
    }

    private static String owner(InsurerId insurer, String use, int version) {
        return "pseudonym/%d/%s/%d".formatted(insurer.value(), use, version);
    }
}
