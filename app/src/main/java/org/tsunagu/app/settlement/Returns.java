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
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.letters.report.ReportPdf;

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
    private final Contracts contracts;
    private final Decisions decisions;
    private final ReturnArchive archives;
    private final Audit audit;
    private final Clock clock;

    Returns(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Claims claims,
            Contracts contracts,
            Decisions decisions,
            ReturnArchive archives,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claims = claims;
        this.contracts = contracts;
        this.decisions = decisions;
        this.archives = archives;
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
            var all = claims.toReturn(service);
            var agreed = contracts.with(facilities(all));
            return all.stream()
                    .filter(claim -> !isDirect(claim, agreed))
                    .filter(claim -> settled.contains(claim.id()) == interaction.equals(SETTLED))
                    .toList();
        });
    }

    /// What waits to go back to a facility that claims directly, by letter (個別契約の返戻).
    ///
    /// @param name of the facility, as the contract has it
    public record Direct(String facility, String name, Service service, List<FacilityClaim> claims) {}

    /// All that waits to go back by letter, by facility.
    public List<Direct> direct() {
        return transactions.inCurrent(() -> {
            var all = new ArrayList<Direct>();
            for (var service : Service.values()) {
                var waiting = claims.toReturn(service);
                var agreed = contracts.with(facilities(waiting));
                waiting.stream()
                        .filter(claim -> isDirect(claim, agreed))
                        .collect(Collectors.groupingBy(
                                FacilityClaim::facility, java.util.TreeMap::new, Collectors.toList()))
                        .forEach((facility, some) -> all.add(
                                new Direct(facility, name(agreed.getOrDefault(facility, List.of())), service, some)));
            }
            return List.copyOf(all);
        });
    }

    private static String name(List<Contract> agreed) {
        return agreed.stream().map(Contract::name).findFirst().orElse("");
    }

    private static List<String> facilities(List<FacilityClaim> some) {
        return some.stream().map(FacilityClaim::facility).distinct().toList();
    }

    /// Whether every contract that can be meant is with the facility itself: the payment agency knows
    /// nothing of it.
    private static boolean isDirect(FacilityClaim claim, java.util.Map<String, List<Contract>> agreed) {
        var possible = agreed.getOrDefault(claim.facility(), List.of()).stream()
                .filter(one -> one.service() == claim.service())
                .filter(one -> claim.day().isEmpty() || one.isFor(claim))
                .toList();
        return !possible.isEmpty() && possible.stream().allMatch(one -> one.kind() == Contract.Kind.INDIVIDUAL);
    }

    /// Keeps what waits for a facility as a letter.
    ///
    /// @return empty when nothing waits, or too many letters were made for it today
    public Optional<ReturnFile> letter(String facility, Service service) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var draft = draft(actor, service, ReturnFile.LETTER, facility);
            return draft.flatMap(one -> direct().stream()
                    .filter(direct -> direct.facility().equals(facility) && direct.service() == service)
                    .findFirst()
                    .flatMap(direct -> find(keep(one, direct.claims()))));
        });
    }

    private Optional<ReturnFile> draft(Actor actor, Service service, String interaction, String receiver) {
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
        return number >= Limits.SENDINGS_A_DAY
                ? Optional.empty()
                : Optional.of(new ReturnFile(
                        0, receiver, interaction, service, today, number, 0, actor.name(), OffsetDateTime.now(clock)));
    }

    /// Makes a file of what waits. What cannot be written, as a claim without its result, goes on waiting.
    ///
    /// @return empty when nothing can be written, or no more files may go to the receiver today
    public Optional<ReturnFile> make(Service service, String interaction, String receiver) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var asked = draft(actor, service, interaction, receiver);
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            var draft = asked.get();
            var written = archives.write(draft, waiting(service, interaction), OutputStream.nullOutputStream());
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

    /// The people in a file.
    public List<Long> people(ReturnFile file) {
        return people(transactions.inCurrent(() -> claims.returnedIn(file.id())));
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
        if (file.isLetter()) {
            letter(file, some, out);
        } else {
            archives.write(file, some, out);
        }
    }

    private void letter(ReturnFile file, List<FacilityClaim> some, OutputStream out) {
        var name = transactions.inCurrent(
                () -> name(contracts.with(List.of(file.receiver())).getOrDefault(file.receiver(), List.of())));
        var returned = some.stream()
                .map(claim -> new ReturnLetter.Returned(
                        claim, decisions.of(claim.id()).getFirst()))
                .toList();
        try {
            ReportPdf.writeShort(ReturnLetter.of(Actors.current().insurer(), file, name, returned), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of its archive, or of its letter.
    public String name(ReturnFile file) {
        return file.isLetter()
                ? "return-%s-%d.pdf".formatted(file.receiver(), file.id())
                : file.name(Actors.current().insurer().number()) + ".zip";
    }
}
