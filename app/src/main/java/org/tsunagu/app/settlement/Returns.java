package org.tsunagu.app.settlement;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.checkupformat.document.Adjudication;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.codes.time.Dates;

/// Sends claims back to the payment agency (過誤返戻), in the archives of the national format.
@org.springframework.stereotype.Service
public class Returns {

    private static final String SETTLED = "5";
    private static final String SELECT = "select id, receiver, interaction, service, day, number, claims, staff_name,"
            + " at from settlement.return_file";
    private static final RowMapper<ReturnFile> FILE = (row, n) -> new ReturnFile(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            Service.valueOf(row.getString(4)),
            row.getObject(5, LocalDate.class),
            row.getInt(6),
            row.getInt(7),
            row.getString(8),
            row.getObject(9, OffsetDateTime.class));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Claims claims;
    private final Deliveries deliveries;
    private final Originals originals;
    private final Audit audit;
    private final Clock clock;

    Returns(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Claims claims,
            Deliveries deliveries,
            Originals originals,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claims = claims;
        this.deliveries = deliveries;
        this.originals = originals;
        this.audit = audit;
        this.clock = clock;
    }

    /// The files made so far, the latest first.
    public List<ReturnFile> files(int most) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " order by id desc limit :most")
                .param("most", most)
                .query(FILE)
                .list());
    }

    /// One of them.
    public Optional<ReturnFile> find(long id) {
        return transactions.inCurrent(() ->
                jdbc.sql(SELECT + " where id = :id").param("id", id).query(FILE).optional());
    }

    /// The claims that wait to be sent back.
    ///
    /// @param interaction 種別: 4 those that were never on a closed list, 5 those that were
    public List<FacilityClaim> waiting(Service service, String interaction) {
        return transactions.inCurrent(() -> {
            var settled = jdbc.sql("select distinct p.claim_id from settlement.payment p join settlement.month m"
                            + " on m.insurer_id = p.insurer_id and m.month = p.month"
                            + " where p.kind = 'PAYMENT' and p.is_taken_back and m.closed_at is not null")
                    .query(Long.class)
                    .set();
            return claims.toReturn(service).stream()
                    .filter(claim -> settled.contains(claim.id()) == interaction.equals(SETTLED))
                    .toList();
        });
    }

    /// Makes a file of what waits. What cannot be written, as a claim without its result, goes on waiting.
    ///
    /// @return empty when nothing can be written, or no more files may go to the receiver today
    public Optional<ReturnFile> make(Service service, String interaction, String receiver) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            // Two who make a file at once wait for each other.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('settlement.return_file'), :insurer)")
                    .param("insurer", actor.insurer().id().value())
                    .query((row, n) -> "")
                    .single();
            var today = LocalDate.now(clock);
            var number = jdbc.sql("select count(*) from settlement.return_file where receiver = :receiver"
                            + " and service = :service and day = :day")
                    .param("receiver", receiver)
                    .param("service", service.name())
                    .param("day", Date.valueOf(today))
                    .query(Integer.class)
                    .single();
            if (number >= Limits.SENDINGS_A_DAY) {
                return Optional.empty();
            }
            var draft = new ReturnFile(
                    0, receiver, interaction, service, today, number, 0, actor.name(), OffsetDateTime.now(clock));
            var written = write(draft, waiting(service, interaction), OutputStream.nullOutputStream());
            return written.isEmpty() ? Optional.empty() : find(keep(draft, written));
        });
    }

    private long keep(ReturnFile draft, List<FacilityClaim> written) {
        var actor = Actors.current();
        var id = jdbc.sql("insert into settlement.return_file (insurer_id, receiver, interaction, service, day, number,"
                        + " claims, staff_id, staff_name, at) values (:insurer, :receiver, :interaction, :service,"
                        + " :day, :number, :claims, :staff, :name, :at) returning id")
                .param("insurer", actor.insurer().id().value())
                .param("receiver", draft.receiver())
                .param("interaction", draft.interaction())
                .param("service", draft.service().name())
                .param("day", Date.valueOf(draft.day()))
                .param("number", draft.number())
                .param("claims", written.size())
                .param("staff", actor.id())
                .param("name", actor.name())
                .param("at", draft.at())
                .query(Long.class)
                .single();
        jdbc.sql("update settlement.claim set returned_in = :file, version = version + 1 where id = any(:ids)")
                .param("file", id)
                .param("ids", written.stream().map(FacilityClaim::id).toArray(Long[]::new))
                .update();
        audit.note(
                Look.changed(
                        0, "settlement", "/settlement/returns", "file %d, %d claims".formatted(id, written.size())),
                people(written));
        return id;
    }

    private static List<Long> people(List<FacilityClaim> some) {
        return some.stream()
                .map(FacilityClaim::memberId)
                .filter(member -> member != 0)
                .distinct()
                .toList();
    }

    /// Writes a file that was made.
    ///
    /// @param purpose what it is taken out for
    public void write(ReturnFile file, String purpose, OutputStream out) {
        var some = transactions.inCurrent(() -> claims.returnedIn(file.id()));
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "settlement",
                        0,
                        purpose,
                        Look.OWN_WORK,
                        "/settlement/returns",
                        "file %d, %d claims".formatted(file.id(), some.size())),
                people(some));
        write(file, some, out);
    }

    /// The name of its archive.
    public String name(ReturnFile file) {
        return file.name(Actors.current().insurer().number()) + ".zip";
    }

    private List<FacilityClaim> write(ReturnFile file, List<FacilityClaim> some, OutputStream out) {
        var written = new ArrayList<FacilityClaim>();
        if (some.isEmpty()) {
            return written;
        }
        var insurer = Actors.current().insurer();
        try {
            var archive = ArchiveWriter.create(
                    out, file.name(insurer.number()), Exchange.of(file.interaction()), Optional.empty());
            var byDelivery = some.stream()
                    .collect(Collectors.groupingBy(
                            FacilityClaim::deliveryId, java.util.TreeMap::new, Collectors.toList()));
            byDelivery.forEach((delivery, its) -> {
                var original = deliveries.find(delivery).orElseThrow().original();
                var entries = new ReturnedEntries(originals.path(insurer.id(), original), its);
                its.stream()
                        .filter(claim -> write(archive, file, claim, entries))
                        .forEach(written::add);
            });
            // An archive without documents cannot be closed: the format knows no such thing.
            if (!written.isEmpty()) {
                archive.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    private static boolean write(ArchiveWriter archive, ReturnFile file, FacilityClaim claim, ReturnedEntries entries) {
        var result = entries.result(claim);
        var read = entries.claim(claim);
        if (result.isEmpty() || read.isEmpty()) {
            return false;
        }
        try {
            var returned = returned(read.get(), file, claim.reason());
            // Before its result is in the archive, or one that cannot be written would leave it there.
            new org.tsunagu.checkupformat.cda.ClaimWriter().write(returned, OutputStream.nullOutputStream());
            var document = claim.service() == Service.CHECKUP
                    ? archive.addWritten(claim.facility(), result.get())
                    : archive.addWrittenGuidance(claim.facility(), result.get());
            archive.addClaim(document, returned);
            return true;
        } catch (IllegalArgumentException notValid) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Claim returned(Claim claim, ReturnFile file, String reason) {
        var why = new Adjudication(
                Field.of(file.interaction()),
                Field.of(Dates.compact(file.day())),
                Field.of(reason),
                ReturnReason.ofInsurer(reason)
                        .map(one -> Field.of(one.japanese()))
                        .orElse(Field.ABSENT));
        return switch (claim) {
            case CheckupClaim checkup -> checkup.returnedByInsurer(why);
            case GuidanceClaim guidance -> guidance.returnedByInsurer(why);
        };
    }
}
