package org.tsunagu.app.worklists;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Tasks of people who are no longer insured, or are again (資格喪失と作業); within the transaction of the caller.
@Service
public class Leaving {

    private static final String LEFT = "LEFT";

    private final JdbcClient jdbc;

    Leaving(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The members about whom there are open tasks of some kinds.
    public List<Long> atWork(List<TaskKind> kinds) {
        return members("state = 'OPEN'", kinds);
    }

    /// The members whose tasks went off the list because they had left.
    public List<Long> gone(List<TaskKind> kinds) {
        return members("state = 'DROPPED' and state_note = 'LEFT'", kinds);
    }

    private List<Long> members(String state, List<TaskKind> kinds) {
        return jdbc.sql(
                        "select distinct member_id from worklists.task where member_id is not null and kind = any(:kinds)"
                                + " and " + state)
                .param("kinds", names(kinds))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// Takes the open tasks of members who have left off the list.
    public void leave(Collection<Long> members, List<TaskKind> kinds) {
        change("DROPPED", LEFT, "state = 'OPEN'", members, kinds);
    }

    /// Puts the tasks of members who are insured again back on the list.
    public void comeBack(Collection<Long> members, List<TaskKind> kinds, LocalDate today) {
        change("OPEN", "", "state = 'DROPPED' and state_note = 'LEFT'", members, kinds);
        // New on the list, and not overdue for the time away.
        jdbc.sql("update worklists.task set opened_at = now(), due = greatest(due, :today)"
                        + " where member_id = any(:members) and kind = any(:kinds) and state = 'OPEN'"
                        + " and updated_at = now()")
                .param("today", Date.valueOf(today))
                .param("members", members.toArray(Long[]::new))
                .param("kinds", names(kinds))
                .update();
    }

    private void change(String state, String note, String only, Collection<Long> members, List<TaskKind> kinds) {
        jdbc.sql("update worklists.task set state = :state, state_note = :note, version = version + 1,"
                        + " updated_at = now() where member_id = any(:members) and kind = any(:kinds) and " + only)
                .param("state", state)
                .param("note", note)
                .param("members", members.toArray(Long[]::new))
                .param("kinds", names(kinds))
                .update();
    }

    private static String[] names(List<TaskKind> kinds) {
        return kinds.stream().map(TaskKind::name).toArray(String[]::new);
    }
}
