package org.tsunagu.app.worklists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;

/// A list of a hundred thousand rows opens in less than a second, whatever is asked of it.
@ExtendWith(Office.Extension.class)
class ManyTasksTest {

    private static final int MANY = 100_000;
    private static final long SECOND = 1000;

    private static final List<String> ASKED = List.of(
            "",
            "kind=VISIT",
            "due=week",
            "whose=nobody",
            "urgency=high",
            "year=2025",
            "fresh=2026-01-01",
            "sex=1",
            "office=E007",
            "agefrom=40&ageto=64",
            "sort=name",
            "sort=since",
            "sort=urgency",
            "sort=owner&order=desc");

    @Test
    void every_filter_and_order_first_page_last_page_and_count_take_less_than_a_second(Office office) {
        var insurer = office.insurer("99000341");
        ManyTasks.of(office, insurer, MANY);
        var lists = office.bean(TaskLists.class);
        // The first query also opens a connection.
        office.as(insurer, Role.NURSE, () -> lists.count(lists.filter(TaskQuery.ALL)));

        for (var address : ASKED) {
            var filter = office.as(insurer, Role.NURSE, () -> lists.filter(TaskQuery.read(address)));
            var total = new AtomicInteger();
            var count = took(office, insurer, () -> {
                total.set(lists.count(filter));
                return 0;
            });
            var first = took(office, insurer, () -> lists.list(filter, 0, 50));
            var last = took(office, insurer, () -> lists.list(filter, Math.max(0, total.get() - 50), 50));
            System.out.printf(
                    "tasks %d, %-24s %6d rows: count %d ms, first page %d ms, last page %d ms%n",
                    MANY, address.isEmpty() ? "all" : address, total.get(), count, first, last);
            assertThat(total.get()).as(address).isPositive();
            assertThat(count).as(address).isLessThan(SECOND);
            assertThat(first).as(address).isLessThan(SECOND);
            assertThat(last).as(address).isLessThan(SECOND);
        }

        assertThat(plan(office, insurer, "")).contains("task_today");
        assertThat(plan(office, insurer, "kind=VISIT_NOW")).contains("using task_");
        assertThat(plan(office, insurer, "whose=7")).contains("task_owner");

        var rows = new AtomicInteger();
        var all = office.as(insurer, Role.NURSE, () -> lists.filter(TaskQuery.ALL));
        var begun = System.nanoTime();
        office.as(insurer, Role.NURSE, () -> {
            lists.each(all, task -> rows.incrementAndGet());
            return "";
        });
        System.out.printf("tasks %d, export %d ms%n", MANY, (System.nanoTime() - begun) / 1_000_000);
        assertThat(rows.get()).isEqualTo(MANY);
    }

    /// How the database finds a first page under row-level security.
    private static String plan(Office office, Insurer insurer, String address) {
        return office.as(insurer, Role.NURSE, () -> {
            var filter = office.bean(TaskLists.class).filter(TaskQuery.read(address));
            var sql = filter.sql();
            return office.bean(TenantTransactions.class)
                    .in(
                            insurer.id(),
                            () -> String.join(
                                    "\n",
                                    sql.bind(office.bean(JdbcClient.class)
                                                    .sql("explain select t.id from worklists.task t" + sql.joins()
                                                            + sql.where() + filter.order() + " limit 50"))
                                            .query(String.class)
                                            .list()));
        });
    }

    private static long took(Office office, Insurer insurer, Callable<?> work) {
        var best = Long.MAX_VALUE;
        // Something else may have kept the machine busy: what is slow is tried again.
        for (var tries = 0; tries < 3 && best > SECOND / 2; tries++) {
            var begun = System.nanoTime();
            office.as(insurer, Role.NURSE, work);
            best = Math.min(best, (System.nanoTime() - begun) / 1_000_000);
        }
        return best;
    }
}
