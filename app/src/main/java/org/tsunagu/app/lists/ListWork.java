package org.tsunagu.app.lists;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// Which lists are worked on (作業するリスト): each of their people is one task.
@Service
public class ListWork {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Episodes episodes;
    private final Audit audit;

    ListWork(JdbcClient jdbc, TenantTransactions transactions, Episodes episodes, Audit audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.episodes = episodes;
        this.audit = audit;
    }

    /// Whether the people of a list are tasks.
    public boolean isWorkedOn(String list) {
        return transactions.inCurrent(() -> jdbc.sql("select count(*) from lists.work where list = :list")
                        .param("list", list)
                        .query(Integer.class)
                        .single())
                > 0;
    }

    /// Makes the people of the latest making tasks, and from now on of each.
    public void begin(Build latest, String list) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            episodes.work(actor.insurer().id(), latest, list, actor.name());
            return "";
        });
        audit.note(Look.changed(0, "list", "/lists", list + " is worked on"));
    }
}
