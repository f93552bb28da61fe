package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// Whether people who started a drug after the checkup leave guidance and the denominator of its rate (服薬開始者の取扱い),
/// as the insurer has chosen, with every earlier choice.
@Service
public class DrugStarters {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    DrugStarters(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was chosen (選択の記録).
    public record Choice(boolean areDropped, String why, String by, OffsetDateTime at) {}

    /// All choices of the current insurer, the latest first.
    public List<Choice> all() {
        return transactions.inCurrent(this::read);
    }

    /// Whether they are dropped now, within the transaction of the caller; not as long as nobody has chosen.
    public boolean areDropped() {
        return read().stream().findFirst().map(Choice::areDropped).orElse(false);
    }

    private List<Choice> read() {
        return jdbc.sql("select are_dropped, why, staff_name, at from guidance.drug_starters order by id desc")
                .query((row, n) -> new Choice(
                        row.getBoolean(1), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class)))
                .list();
    }

    /// Chooses from now on.
    public void choose(boolean areDropped, String why) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            audit.note(Look.changed(0, "guidance", "/guidance/drug-starters", areDropped ? "are dropped" : "stay"));
            return jdbc.sql(
                            "insert into guidance.drug_starters (insurer_id, are_dropped, why, staff_id, staff_name, at)"
                                    + " values (:insurer, :dropped, :why, :staff, :name, :at)")
                    .param("insurer", actor.insurer().id().value())
                    .param("dropped", areDropped)
                    .param("why", why)
                    .param("staff", actor.id())
                    .param("name", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        });
    }
}
