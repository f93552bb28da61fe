package org.tsunagu.app.lists;

import java.sql.Date;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.codes.time.FiscalYear;

/// Who stood on which list within a fiscal year, for counting (リストの年度集計); within the transaction of the caller.
@Service
public class MartEntries {

    private static final int ROWS_AT_ONCE = 2000;

    private final JdbcClient jdbc;

    MartEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A person on a list in a year.
    ///
    /// @param isContacted somebody of the insurer has been in contact since the list was first made in the year
    /// @param isSeen care for what the list is about was found on claims since; false also while that is not known
    public record Entry(String list, long memberId, boolean isContacted, boolean isSeen) {}

    /// Whether any lists were made of a month of a year.
    public boolean isMade(FiscalYear year) {
        return jdbc.sql("select count(*) from lists.build where state = 'DONE' and month between :first and :last")
                        .param("first", Date.valueOf(year.firstDay()))
                        .param("last", Date.valueOf(year.lastDay()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Hands every person and list of a year to a receiver, in the order of list and member.
    public void each(FiscalYear year, Consumer<Entry> receiver) {
        try (var rows = jdbc
                .sql("select e.list, e.member_id, exists (select 1 from contacts.contact c"
                        + " where c.member_id = e.member_id and c.at >= min(b.month)),"
                        + " coalesce(bool_or(f.seen), false) from lists.entry e join lists.build b on b.id = e.build_id"
                        + " left join lists.effect f on f.build_id = e.build_id and f.list = e.list"
                        + " and f.member_id = e.member_id where e.is_on and b.state = 'DONE'"
                        + " and b.month between :first and :last group by e.list, e.member_id"
                        + " order by e.list, e.member_id")
                .withFetchSize(ROWS_AT_ONCE)
                .param("first", Date.valueOf(year.firstDay()))
                .param("last", Date.valueOf(year.lastDay()))
                .query((row, n) -> new Entry(row.getString(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4)))
                .stream()) {
            rows.forEach(receiver);
        }
    }
}
