package org.tsunagu.app.mailing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.guidance.Invitations;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.app.tickets.Reminders;
import org.tsunagu.app.tickets.TicketLetters;
import org.tsunagu.codes.person.Sex;

/// What the job reads and writes (一括作成の読み書き), without anybody logged in.
@Component
class RunStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TenantTransactions transactions;
    private final Checkups checkups;
    private final TicketLetters tickets;
    private final Reminders reminders;
    private final Invitations invitations;
    private final Members members;

    RunStore(
            JdbcClient jdbc,
            JdbcTemplate batch,
            TenantTransactions transactions,
            Checkups checkups,
            TicketLetters tickets,
            Reminders reminders,
            Invitations invitations,
            Members members) {
        this.tickets = tickets;
        this.reminders = reminders;
        this.invitations = invitations;
        this.jdbc = jdbc;
        this.batch = batch;
        this.transactions = transactions;
        this.checkups = checkups;
        this.members = members;
    }

    /// A run to be made.
    ///
    /// @param occasion the reminder or invitation whose letters they are; 0 for other kinds
    record Asked(long id, Run.Kind kind, long occasion, LocalDate day, String insurerName, int total) {}

    /// Somebody to write to.
    record Recipient(
            int seq,
            long memberId,
            String name,
            String postalCode,
            String address,
            Sex sex,
            LocalDate birth,
            boolean isCovered) {

        Recipient covered(boolean covered) {
            return new Recipient(seq, memberId, name, postalCode, address, sex, birth, covered);
        }
    }

    /// What became of a letter.
    ///
    /// @param problem empty for nothing to say
    record Outcome(int seq, boolean isPrinted, String problem, Map<String, String> facts) {}

    Asked run(InsurerId insurer, long id) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select r.id, r.kind, coalesce(r.occasion_id, 0), r.letter_day, i.name,"
                                + " (select count(*) from mailing.letter l where l.run_id = r.id)"
                                + " from mailing.run r join access.insurer i on i.id = r.insurer_id where r.id = :id")
                        .param("id", id)
                        .query((row, n) -> new Asked(
                                row.getLong(1),
                                Run.Kind.valueOf(row.getString(2)),
                                row.getLong(3),
                                row.getObject(4, LocalDate.class),
                                row.getString(5),
                                row.getInt(6)))
                        .single());
    }

    List<Recipient> next(InsurerId insurer, long run, int after, int most) {
        return transactions.in(insurer, () -> {
            var people = jdbc.sql("select l.seq, l.member_id, m.name, m.postal_code, m.address, m.sex, m.birth,"
                            + " r.letter_day from mailing.letter l join membership.member m on m.id = l.member_id"
                            + " join mailing.run r on r.id = l.run_id"
                            + " where l.run_id = :run and l.seq > :after order by l.seq limit :most")
                    .param("run", run)
                    .param("after", after)
                    .param("most", most)
                    .query((row, n) -> Map.entry(recipient(row), row.getObject(8, LocalDate.class)))
                    .list();
            if (people.isEmpty()) {
                return List.<Recipient>of();
            }
            var ids = people.stream().map(one -> one.getKey().memberId()).toList();
            var covered = members.coveredOn(ids, people.getFirst().getValue());
            return people.stream()
                    .map(one ->
                            one.getKey().covered(covered.contains(one.getKey().memberId())))
                    .toList();
        });
    }

    private static Recipient recipient(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Recipient(
                row.getInt(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Sex.of(row.getString(6)).orElseThrow(),
                row.getObject(7, LocalDate.class),
                false);
    }

    /// What the letters to some people are made of: their checkups or their tickets.
    record Material(Map<Long, List<Checkup>> checkups, Map<Long, TicketLetters.Printable> tickets) {}

    Material material(InsurerId insurer, Asked run, List<Recipient> people) {
        var ids = people.stream().map(Recipient::memberId).toList();
        if (run.kind().isTicket()) {
            return new Material(Map.of(), tickets.of(insurer, run.kind().family(), run.day(), ids));
        }
        if (run.kind() == Run.Kind.REMINDER) {
            return new Material(Map.of(), reminders.letters(insurer, run.occasion(), run.day(), ids));
        }
        if (run.kind() == Run.Kind.INVITATION) {
            return new Material(Map.of(), invitations.letters(insurer, run.occasion(), run.day(), ids));
        }
        return new Material(transactions.in(insurer, () -> checkups.ofAll(ids)), Map.of());
    }

    /// Within the transaction of a step.
    void outcomes(long run, List<Outcome> outcomes) {
        batch.batchUpdate(
                "update mailing.letter set state = ?, problem = ?, facts = ?::jsonb where run_id = ? and seq = ?",
                outcomes.stream()
                        .map(outcome -> new Object[] {
                            outcome.isPrinted() ? "PRINTED" : "REFUSED",
                            outcome.problem(),
                            ReasonJson.named(outcome.facts()),
                            run,
                            outcome.seq()
                        })
                        .toList());
    }

    /// Within the transaction of a step.
    List<Long> people(long run) {
        return jdbc.sql("select distinct member_id from mailing.letter where run_id = :run")
                .param("run", run)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// Within the transaction of a step.
    void ready(long run, int pages) {
        jdbc.sql("update mailing.run set state = 'READY', pages = :pages where id = :run and state = 'WAITING'")
                .param("pages", pages)
                .param("run", run)
                .update();
    }
}
