package org.tsunagu.app.consent;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.legal.Grounds;
import org.tsunagu.rules.legal.LegalTables;

/// What an insurer has chosen where sources disagree (保険者の設定), `legal/parameters`. The latest choice holds; the ones
/// before it stay.
@Service
public class Parameters {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Map<List<Correction>, Grounds> grounds = new ConcurrentHashMap<>();

    Parameters(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A parameter with the value in force here.
    public record Chosen(Row row, String value) {

        /// The values there are.
        public List<String> choices() {
            return List.of(row.text("choices").split(","));
        }
    }

    /// All of them, for the current insurer.
    public List<Chosen> all() {
        return transactions.inCurrent(this::within);
    }

    /// The value of one, within the transaction of the caller.
    public String value(String name) {
        return within().stream()
                .filter(one -> one.row().key().equals(name))
                .map(Chosen::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("legal/parameters: no " + name));
    }

    private List<Chosen> within() {
        var chosen = new HashMap<String, String>();
        jdbc.sql("select distinct on (name) name, value from consent.parameter order by name, id desc")
                .query(row -> {
                    chosen.put(row.getString(1), row.getString(2));
                });
        return LegalTables.shipped().parameters().rows().stream()
                .map(row -> new Chosen(row, chosen.getOrDefault(row.key(), row.text("value"))))
                .toList();
    }

    /// The legal grounds as the insurer reads them, within the transaction of the caller.
    Grounds grounds() {
        var corrections = within().stream()
                .filter(one -> !one.row().text("basis_row").isEmpty())
                .filter(one -> !one.value().equals(one.row().text("value")))
                .map(one -> new Correction(
                        "legal/legal-basis", one.row().text("basis_row"), one.row().text("column"), one.value()))
                .toList();
        return grounds.computeIfAbsent(corrections, Grounds::new);
    }

    /// The same in a transaction of its own, for the current insurer.
    public Grounds current() {
        return transactions.inCurrent(this::grounds);
    }

    /// Chooses another value.
    ///
    /// @throws IllegalArgumentException naming the choices, if it is none of them
    public void choose(String name, String value) {
        var row = LegalTables.row(LegalTables.shipped().parameters(), name)
                .filter(known -> List.of(known.text("choices").split(",")).contains(value))
                .orElseThrow(() -> new IllegalArgumentException("no choice of legal/parameters: " + value));
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            audit.note(Look.changed(0, "parameter", "/grounds", row.key() + "=" + value));
            return jdbc.sql("insert into consent.parameter (insurer_id, name, value, staff_id, staff_name, at)"
                            + " values (:insurer, :name, :value, :staff, :by, :at)")
                    .param("insurer", actor.insurer().id().value())
                    .param("name", row.key())
                    .param("value", value)
                    .param("staff", actor.id())
                    .param("by", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        });
    }
}
