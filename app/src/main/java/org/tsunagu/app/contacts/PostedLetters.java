package org.tsunagu.app.contacts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.contacts.Contact.Channel;
import org.tsunagu.app.contacts.Contact.Outcome;
import org.tsunagu.app.contacts.Contact.SpokeWith;

/// Letters that were posted, as contacts (発送の記録): many at once.
@Service
public class PostedLetters {

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcTemplate batch;
    private final TenantTransactions transactions;
    private final Clock clock;

    PostedLetters(JdbcTemplate batch, TenantTransactions transactions, Clock clock) {
        this.batch = batch;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A letter to somebody.
    ///
    /// @param taskId 0 for a letter without a task
    /// @param key of the letter: the same letter is one contact
    public record Posted(long memberId, long taskId, String key) {}

    /// Records letters by the current actor.
    ///
    /// @param note which letter, in words
    public void record(List<Posted> letters, LocalDate day, String note) {
        var actor = Actors.current();
        // Of an earlier day nobody knows the hour; today's letters do not come after what is recorded later today.
        var now = OffsetDateTime.now(clock);
        var noon = day.atTime(LocalTime.NOON).atZone(clock.getZone()).toOffsetDateTime();
        var at = noon.isAfter(now) ? now : noon;
        transactions.inCurrent(() -> batch.batchUpdate(
                "insert into contacts.contact (insurer_id, member_id, task_id, at, channel, outcome, spoke_with, note,"
                        + " next_step, staff_id, staff_name, form_key) values (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)"
                        + " on conflict (form_key) do nothing",
                letters,
                ROWS_AT_ONCE,
                (row, letter) -> {
                    row.setInt(1, actor.insurer().id().value());
                    row.setLong(2, letter.memberId());
                    row.setObject(3, letter.taskId() == 0 ? null : letter.taskId(), java.sql.Types.BIGINT);
                    row.setObject(4, at);
                    row.setString(5, Channel.LETTER.name());
                    row.setString(6, Outcome.SENT.name());
                    row.setString(7, SpokeWith.NOBODY.name());
                    row.setString(8, note);
                    row.setLong(9, actor.id());
                    row.setString(10, actor.name());
                    var key = "%d:%s".formatted(actor.insurer().id().value(), letter.key());
                    row.setObject(11, UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
                }));
    }
}
