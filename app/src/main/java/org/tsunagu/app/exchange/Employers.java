package org.tsunagu.app.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Workplaces;

/// The employers of the current insurer and their accounts (事業主とその利用者).
@Service
public class Employers {

    static final String COLUMNS = "e.id, e.code, e.name, e.contact, e.postal_code, e.address, e.phone";
    private static final RowMapper<Employer> EMPLOYER = (row, n) -> new Employer(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Workplaces workplaces;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Employers(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Workplaces workplaces,
            Accounts accounts,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.workplaces = workplaces;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /// An employer with its insured people of today (事業主と被保険者の人数).
    public record Staffed(Employer employer, int people) {}

    /// All employers; those that the register names and nobody has seen before are added.
    public List<Staffed> all() {
        var insurer = Actors.current().insurer().id().value();
        return transactions.inCurrent(() -> {
            var counts = workplaces.counts(LocalDate.now(clock));
            jdbc.sql("insert into exchange.employer (insurer_id, code) select :insurer, unnest(:codes)"
                            + " on conflict (insurer_id, code) do nothing")
                    .param("insurer", insurer)
                    .param("codes", counts.keySet().toArray(String[]::new))
                    .update();
            return jdbc.sql("select " + COLUMNS + " from exchange.employer e order by e.code").query(EMPLOYER).stream()
                    .map(one -> new Staffed(one, counts.getOrDefault(one.code(), 0)))
                    .toList();
        });
    }

    /// One of them.
    public Optional<Employer> find(long id) {
        return transactions.inCurrent(() -> within(id));
    }

    Optional<Employer> within(long id) {
        return jdbc.sql("select " + COLUMNS + " from exchange.employer e where e.id = :id")
                .param("id", id)
                .query(EMPLOYER)
                .optional();
    }

    /// Writes down how an employer is called and reached.
    public void change(Employer employer) {
        transactions.inCurrent(() -> jdbc.sql("update exchange.employer set name = :name, contact = :contact,"
                        + " postal_code = :postal, address = :address, phone = :phone where id = :id")
                .param("name", employer.name())
                .param("contact", employer.contact())
                .param("postal", employer.postalCode())
                .param("address", employer.address())
                .param("phone", employer.phone())
                .param("id", employer.id())
                .update());
        audit.note(Look.changed(0, "employer", "/requests/employers", "employer " + employer.id()));
    }

    /// The accounts that could be an employer's: those with that role here.
    public List<Accounts.Colleague> accounts() {
        return accounts.colleagues(Actors.current().insurer().id()).stream()
                .filter(one -> List.of(one.role().split(" ")).contains(Role.EMPLOYER.name()))
                .toList();
    }

    /// Which account belongs to which employer, by account.
    public Map<Long, Long> owners() {
        return transactions.inCurrent(() -> jdbc
                .sql("select staff_id, employer_id from exchange.employer_account")
                .query((row, n) -> Map.entry(row.getLong(1), row.getLong(2)))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Gives an account to an employer, from whomever had it; an account acts for one employer only.
    ///
    /// @return false when it is no account of an employer here
    public boolean give(long employer, long staff) {
        if (accounts().stream().noneMatch(one -> one.id() == staff)) {
            return false;
        }
        var isGiven = transactions.inCurrent(() -> within(employer).isPresent()
                && jdbc.sql("insert into exchange.employer_account (insurer_id, staff_id, employer_id)"
                                        + " values (:insurer, :staff, :employer) on conflict (insurer_id, staff_id)"
                                        + " do update set employer_id = excluded.employer_id")
                                .param(
                                        "insurer",
                                        Actors.current().insurer().id().value())
                                .param("staff", staff)
                                .param("employer", employer)
                                .update()
                        > 0);
        if (isGiven) {
            audit.note(Look.changed(
                    0, "employer", "/requests/employers", "account %d for employer %d".formatted(staff, employer)));
        }
        return isGiven;
    }

    /// Writes down a look of an employer at its own people; the database shows it none of them by
    /// itself.
    public void note(Look look, Collection<Long> people) {
        transactions.inCurrent(() -> transactions.beyondProvider(() -> {
            audit.note(look, people);
            return "";
        }));
    }

    /// The employer for whom the current actor acts; empty for anybody else.
    public Optional<Employer> mine() {
        return transactions.inCurrent(() -> transactions.beyondProvider(() -> jdbc.sql("select " + COLUMNS
                        + " from exchange.employer e join exchange.employer_account a on a.employer_id = e.id"
                        + " where a.staff_id = :me")
                .param("me", Actors.current().id())
                .query(EMPLOYER)
                .optional()));
    }
}
