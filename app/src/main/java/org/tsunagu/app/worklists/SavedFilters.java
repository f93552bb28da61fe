package org.tsunagu.app.worklists;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;

/// Filters under a name (保存した条件), of one's own or shared with the insurer.
@Service
public class SavedFilters {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    SavedFilters(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// A filter under a name.
    ///
    /// @param isOwn whether the current actor saved it and may delete it
    /// @param by who saved it
    public record Saved(long id, String name, boolean isShared, boolean isOwn, String by, TaskQuery query) {}

    /// What the current actor saved and what colleagues share, by name.
    public List<Saved> all() {
        var me = Actors.current().id();
        return transactions.inCurrent(() -> jdbc.sql("select id, name, is_shared, staff_id, staff_name, address"
                        + " from worklists.saved_filter where staff_id = :me or is_shared order by name, id")
                .param("me", me)
                .query((row, n) -> new Saved(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getLong(4) == me,
                        row.getString(5),
                        TaskQuery.read(row.getString(6))))
                .list());
    }

    /// Saves a filter; the same name of the same person is the same filter.
    public void save(String name, boolean isShared, TaskQuery query) {
        var actor = Actors.current();
        transactions.inCurrent(
                () -> jdbc.sql("insert into worklists.saved_filter (insurer_id, staff_id, staff_name, name,"
                                + " is_shared, address) values (:insurer, :staff, :staffName, :name, :shared, :address)"
                                + " on conflict (insurer_id, staff_id, name) do update set is_shared = excluded.is_shared,"
                                + " address = excluded.address")
                        .param("insurer", actor.insurer().id().value())
                        .param("staff", actor.id())
                        .param("staffName", actor.name())
                        .param("name", name)
                        .param("shared", isShared)
                        .param("address", query.with("page", "").parameters())
                        .update());
    }

    /// Deletes a filter of the current actor.
    ///
    /// @return whether there was one
    public boolean delete(long id) {
        return transactions.inCurrent(
                        () -> jdbc.sql("delete from worklists.saved_filter where id = :id" + " and staff_id = :me")
                                .param("id", id)
                                .param("me", Actors.current().id())
                                .update())
                > 0;
    }
}
