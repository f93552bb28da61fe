package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.guidance.PriorityChoice;

/// The order of the criteria of priority that the insurer has chosen (重点化の基準の順), with every earlier one.
@Service
public class Priorities {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Priorities(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was chosen (重点化の方針).
    public record Chosen(PriorityChoice choice, String why, String by, OffsetDateTime at) {}

    /// All of them, the latest first; none as long as the order of the table holds.
    public List<Chosen> all() {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select method, criteria, why, staff_name, at from guidance.priority order by id desc")
                .query((row, n) -> new Chosen(
                        new PriorityChoice(
                                PriorityChoice.Method.valueOf(row.getString(1)),
                                List.of((String[]) row.getArray(2).getArray()),
                                Map.of()),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)))
                .list());
    }

    /// The keys of the criteria in force on a day.
    public Set<String> criteria(LocalDate day) {
        return Running.TABLES.all().stream()
                .filter(table -> table.name().equals("guidance/prioritisation"))
                .flatMap(table -> table.on(day).stream())
                .map(Row::key)
                .collect(Collectors.toSet());
    }

    /// The one that holds.
    PriorityChoice current() {
        return all().stream().findFirst().map(Chosen::choice).orElse(PriorityChoice.SHIPPED);
    }

    /// Chooses another order.
    public void choose(PriorityChoice choice, String why) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            audit.note(Look.changed(
                    0, "guidance", "/guidance/order", choice.method() + " " + String.join(",", choice.order())));
            return jdbc.sql(
                            "insert into guidance.priority (insurer_id, method, criteria, why, staff_id, staff_name, at)"
                                    + " values (:insurer, :method, :criteria, :why, :staff, :name, :at)")
                    .param("insurer", actor.insurer().id().value())
                    .param("method", choice.method().name())
                    .param("criteria", choice.order().toArray(String[]::new))
                    .param("why", why)
                    .param("staff", actor.id())
                    .param("name", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        });
    }
}
