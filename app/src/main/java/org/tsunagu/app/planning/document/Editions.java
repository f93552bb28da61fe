package org.tsunagu.app.planning.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.letters.report.Report;

/// The approved plans (計画書の版): frozen when they are approved, shown to the public when they are published.
@Service
public class Editions {

    private static final String SELECT = "select id, period, version, state, approved_by, approved_at, published_by,"
            + " published_at, withdrawn_by, withdrawn_at from planning.edition ";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Drafts drafts;
    private final Clock clock;

    Editions(JdbcClient jdbc, TenantTransactions transactions, Drafts drafts, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.drafts = drafts;
        this.clock = clock;
    }

    /// What the public sees (公表した計画書).
    public record Published(Edition edition, Report report) {}

    /// All of a period, the latest first.
    public List<Edition> of(PlanPeriod period) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + "where period = :period order by version desc")
                .param("period", period.number())
                .query(Editions::edition)
                .list());
    }

    /// One of the current insurer.
    public Optional<Edition> find(long id) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Editions::edition)
                .optional());
    }

    private static Edition edition(ResultSet row, int n) throws SQLException {
        return new Edition(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                Edition.State.valueOf(row.getString(4)),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class),
                row.getString(7),
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class)),
                row.getString(9),
                Optional.ofNullable(row.getObject(10, OffsetDateTime.class)));
    }

    /// What whoever approves has to have seen: the editions, the texts, the targets and the count (確認した内容の印).
    public String seen(PlanPeriod period) {
        return of(period).size() + "-" + drafts.inputs(period);
    }

    /// Freezes the plan as it is now, by the current actor: its files and its public page never change again.
    ///
    /// @param seen what was on the page
    ///
    /// @return empty when somebody else has changed or approved the plan meanwhile: then nothing is kept
    public Optional<Edition> approve(PlanPeriod period, String seen) {
        if (!seen.equals(seen(period))) {
            return Optional.empty();
        }
        var version = of(period).size() + 1;
        var now = clock.instant();
        var document = drafts.document(period);
        var whole = document.report(Masking.none(), Optional.of(version), now);
        var masked = document.report(Masking.strict(), Optional.of(version), now);
        var files = Map.of(
                Edition.File.PDF, Drafts.pdf(whole),
                Edition.File.ODT, Drafts.odt(whole),
                Edition.File.PUBLIC_PDF, Drafts.pdf(masked),
                Edition.File.PUBLIC_ODT, Drafts.odt(masked));
        return transactions.inCurrent(() -> keep(period, version, ReportJson.write(masked), files));
    }

    private Optional<Edition> keep(PlanPeriod period, int version, String page, Map<Edition.File, byte[]> files) {
        var actor = Actors.current();
        var id = jdbc.sql("insert into planning.edition (insurer_id, period, version, page, approved_id, approved_by)"
                        + " values (:insurer, :period, :version, :page, :staff, :name)"
                        + " on conflict (insurer_id, period, version) do nothing returning id")
                .param("insurer", actor.insurer().id().value())
                .param("period", period.number())
                .param("version", version)
                .param("page", page)
                .param("staff", actor.id())
                .param("name", actor.name())
                .query(Long.class)
                .optional();
        id.ifPresent(edition -> files.forEach((kind, bytes) -> jdbc.sql("insert into planning.edition_file"
                        + " (insurer_id, edition_id, kind, bytes) values (:insurer, :edition, :kind, :bytes)")
                .param("insurer", actor.insurer().id().value())
                .param("edition", edition)
                .param("kind", kind.name())
                .param("bytes", bytes)
                .update()));
        return id.flatMap(this::find);
    }

    /// Shows an approved plan to the public, by the current actor; another of its period is withdrawn.
    ///
    /// @return false when it is not one that is approved and was never public
    public boolean publish(long id) {
        var name = Actors.current().name();
        return transactions.inCurrent(() -> {
            // Whoever publishes at the same time waits here, and then withdraws what was published first.
            var period = jdbc.sql(
                            "select period from planning.edition where id = :id and state = 'APPROVED' for update")
                    .param("id", id)
                    .query(Integer.class)
                    .optional();
            period.ifPresent(of -> jdbc.sql("update planning.edition set state = 'WITHDRAWN', withdrawn_by = :name,"
                            + " withdrawn_at = now() where period = :period and state = 'PUBLISHED'")
                    .param("name", name)
                    .param("period", of)
                    .update());
            return period.isPresent()
                    && jdbc.sql("update planning.edition set state = 'PUBLISHED', published_by = :name,"
                                            + " published_at = now() where id = :id")
                                    .param("name", name)
                                    .param("id", id)
                                    .update()
                            > 0;
        });
    }

    /// Takes a published plan back, by the current actor.
    ///
    /// @return false when it is not public
    public boolean withdraw(long id) {
        return transactions.inCurrent(() -> jdbc.sql("update planning.edition set state = 'WITHDRAWN',"
                                + " withdrawn_by = :name, withdrawn_at = now()"
                                + " where id = :id and state = 'PUBLISHED'")
                        .param("name", Actors.current().name())
                        .param("id", id)
                        .update()
                > 0);
    }

    /// A file of an edition of the current insurer, as it was approved.
    public Optional<byte[]> file(long id, Edition.File file) {
        return transactions.inCurrent(() -> bytes(id, file));
    }

    private Optional<byte[]> bytes(long id, Edition.File file) {
        return jdbc.sql("select bytes from planning.edition_file where edition_id = :id and kind = :kind")
                .param("id", id)
                .param("kind", file.name())
                .query(byte[].class)
                .optional();
    }

    /// What an insurer shows to the public of a period; nobody has to have logged in.
    public Optional<Published> published(InsurerId insurer, PlanPeriod period) {
        return transactions.in(
                insurer,
                () -> jdbc.sql(SELECT.replace(" from", ", page from")
                                + "where period = :period and state = 'PUBLISHED'")
                        .param("period", period.number())
                        .query((row, n) -> new Published(edition(row, n), ReportJson.read(row.getString("page"))))
                        .optional());
    }

    /// A file that an insurer shows to the public; only the masked ones are.
    public Optional<byte[]> publishedFile(InsurerId insurer, PlanPeriod period, Edition.File file) {
        if (!file.isForAll()) {
            return Optional.empty();
        }
        return transactions.in(
                insurer,
                () -> jdbc.sql("select id from planning.edition where period = :period and state = 'PUBLISHED'")
                        .param("period", period.number())
                        .query(Long.class)
                        .optional()
                        .flatMap(id -> bytes(id, file)));
    }
}
