package org.tsunagu.app.lists;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.rules.flow.Facts;
import org.tsunagu.rules.flow.Machine;
import org.tsunagu.rules.flow.Move;
import org.tsunagu.rules.kidney.ProgrammeSteps;

/// The doctor's confirmation of people on a list of the nephropathy programme (主治医の確認): which steps are possible is in
/// the
/// tables of the rules.
@Service
public class Confirmations {

    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Confirmations(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// The steps recorded of a person, in their order.
    public List<Confirmation> of(String list, long memberId) {
        return transactions.inCurrent(() -> within(list, memberId));
    }

    private List<Confirmation> within(String list, long memberId) {
        return jdbc.sql("select step, state, day, doctor, note, staff_name, at from lists.confirmation"
                        + " where member_id = :member and list = :list order by id")
                .param("member", memberId)
                .param("list", list)
                .query((row, n) -> new Confirmation(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class)))
                .list();
    }

    /// The state after these steps.
    public static String state(List<Confirmation> steps) {
        return steps.isEmpty() ? ProgrammeSteps.FIRST : steps.getLast().state();
    }

    /// The tables of the steps in force today.
    public Machine machine() {
        return ProgrammeSteps.on(LocalDate.now(clock));
    }

    /// A step to be recorded.
    public record Step(
            String list, long memberId, String trigger, LocalDate day, String doctor, String note, UUID formKey) {}

    /// Records a step by the current actor.
    ///
    /// @return key of the message: what was done or why it cannot be
    public String record(Step step) {
        if (step.day().isAfter(LocalDate.now(clock))) {
            return "lists.problem.future";
        }
        var result = transactions.inCurrent(() -> {
            // Two who record at once are put in a row, so that both see what the other did.
            jdbc.sql("select id from membership.member where id = :member for update")
                    .param("member", step.memberId())
                    .query(Long.class)
                    .single();
            var before = within(step.list(), step.memberId());
            var days = before.isEmpty()
                    ? 0
                    : ChronoUnit.DAYS.between(before.getLast().day(), step.day());
            var move = machine().move(state(before), step.trigger(), Facts.NONE.with("days_since_last", days));
            return switch (move) {
                case Move.Made made -> insert(step, made.to());
                case Move.Refused refused -> "lists.problem.step";
            };
        });
        if (result.equals("lists.confirmed")) {
            audit.note(
                    Look.changed(step.memberId(), "list", "/lists/confirmations", step.list() + " " + step.trigger()));
        }
        return result;
    }

    private String insert(Step step, String state) {
        var actor = Actors.current();
        jdbc.sql(
                        "insert into lists.confirmation (insurer_id, list, member_id, step, state, day, doctor, note, staff_id,"
                                + " staff_name, form_key) values (:insurer, :list, :member, :step, :state, :day, :doctor, :note,"
                                + " :staff, :name, :form) on conflict (form_key) do nothing")
                .param("insurer", actor.insurer().id().value())
                .param("list", step.list())
                .param("member", step.memberId())
                .param("step", step.trigger())
                .param("state", state)
                .param("day", Date.valueOf(step.day()))
                .param("doctor", cut(step.doctor()))
                .param("note", cut(step.note()))
                .param("staff", actor.id())
                .param("name", actor.name())
                .param("form", step.formKey())
                .update();
        return "lists.confirmed";
    }

    private static String cut(String text) {
        return text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
    }
}
