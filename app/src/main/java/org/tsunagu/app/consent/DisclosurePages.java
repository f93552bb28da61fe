package org.tsunagu.app.consent;

import java.sql.Date;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.ui.Asked;
import org.tsunagu.app.ui.TypedDate;

/// What was given and refused, page by page (提供の記録の一覧).
@Service
public class DisclosurePages {

    private static final Map<String, String> KNOWN = Map.of(
            "member", "[1-9][0-9]{0,17}",
            "from", "[0-9]{4}-[0-9]{2}-[0-9]{2}",
            "to", "[0-9]{4}-[0-9]{2}-[0-9]{2}",
            "party", "[A-Z_]{1,40}",
            "decision", "ALLOWED|REFUSED",
            "before", "[1-9][0-9]{0,17}");

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    DisclosurePages(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// What the parameters of a request ask for; what does not fit is left out.
    public static Asked asked(Map<String, String> parameters) {
        return Asked.of(KNOWN, parameters);
    }

    /// The latest that fit.
    public List<Disclosure> page(Asked asked, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select " + DisclosureStore.COLUMNS
                        + " from consent.disclosure where (:member = 0 or member_id = :member)"
                        + " and (:from::date is null or at >= :from::date::timestamp at time zone 'Asia/Tokyo')"
                        + " and (:to::date is null or at < (:to::date + 1)::timestamp at time zone 'Asia/Tokyo')"
                        + " and (:party = '' or requester = :party or holder = :party)"
                        + " and (:decision = '' or allowed = (:decision = 'ALLOWED'))"
                        + " and (:before = 0 or id < :before) order by id desc limit :most")
                .param("member", number(asked.get("member")))
                .param("from", day(asked.get("from")).orElse(null), Types.DATE)
                .param("to", day(asked.get("to")).orElse(null), Types.DATE)
                .param("party", asked.get("party"))
                .param("decision", asked.get("decision"))
                .param("before", number(asked.get("before")))
                .param("most", most)
                .query(DisclosureStore::read)
                .list());
    }

    private static long number(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static Optional<Date> day(String text) {
        return TypedDate.read(text).map(Date::valueOf);
    }
}
