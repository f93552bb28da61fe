package org.tsunagu.app.claims;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.claims.CareMonths.Window;
import org.tsunagu.codes.care.CareClaim;
import org.tsunagu.codes.care.CareHistory;

/// What the claims in force say of each member (受診歴), for lists and pages. Everything within the
/// transaction of the caller.
@Component
public class CareHistories {

    private static final int ROWS_AT_ONCE = 500;
    private static final String SELECT = "select c.member_id, c.id, c.care_month, c.kind, c.inpatient, c.institution,"
            + " c.days, c.dialysis, c.prescriber, array(" + CareRows.DISEASES + "), array(" + CareRows.DRUGS + ")"
            + " from claims.counted c where c.member_id is not null";

    private final JdbcClient jdbc;
    private final CareMonths months;
    private final Clock clock;

    CareHistories(JdbcClient jdbc, CareMonths months, Clock clock) {
        this.jdbc = jdbc;
        this.months = months;
        this.clock = clock;
    }

    /// Everybody with a claim in some care months, in the order of the members; one member is in memory at
    /// a time.
    ///
    /// @param from first care month, `to` the last
    /// @param take takes the member and what the claims of these months say
    public void eachPerson(YearMonth from, YearMonth to, BiConsumer<Long, CareHistory> take) {
        var people = new People(window(), from, to, take);
        jdbc.sql(SELECT + " and c.care_month between :from and :to order by c.member_id, c.care_month, c.id")
                .withFetchSize(ROWS_AT_ONCE)
                .param("from", Date.valueOf(Completeness.day(from)))
                .param("to", Date.valueOf(Completeness.day(to)))
                .query((RowCallbackHandler) people::row);
        people.end();
    }

    /// All claims of a member.
    public CareHistory of(long memberId) {
        var claims = jdbc.sql(SELECT + " and c.member_id = :member order by c.care_month, c.id")
                .param("member", memberId)
                .query((row, n) -> CareRows.claim(row))
                .list();
        var window = window();
        return new CareHistory(window.first(), window.last(), claims);
    }

    /// The last care month of which all claims can be expected to be here (最終完全月).
    public Optional<YearMonth> lastCompleteMonth() {
        return months.window().map(Window::last);
    }

    /// The first care month of which claims are here.
    public Optional<YearMonth> firstMonth() {
        return months.window().map(Window::first);
    }

    /// Without a complete month no month says anything: the window ends before it begins.
    private Window window() {
        return months.window().orElseGet(() -> {
            var now = YearMonth.from(LocalDate.now(clock));
            return new Window(now, now.minusMonths(1));
        });
    }

    /// Gathers the claims of one member after the other.
    private static final class People {
        private final Window window;
        private final BiConsumer<Long, CareHistory> take;
        private final List<CareClaim> claims = new ArrayList<>();
        private long member;

        People(Window window, YearMonth from, YearMonth to, BiConsumer<Long, CareHistory> take) {
            this.window = new Window(
                    window.first().isBefore(from) ? from : window.first(),
                    window.last().isAfter(to) ? to : window.last());
            this.take = take;
        }

        void row(ResultSet row) throws SQLException {
            if (row.getLong(1) != member) {
                end();
                member = row.getLong(1);
            }
            claims.add(CareRows.claim(row));
        }

        void end() {
            if (!claims.isEmpty()) {
                take.accept(member, new CareHistory(window.first(), window.last(), claims));
                claims.clear();
            }
        }
    }
}
