package org.tsunagu.app.analytics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.count.Figure;

/// The people behind a figure (図表から対象者へ): found by the same SQL that counts them, and known again by
/// their pseudonymous ids, which only this installation can make.
@Service
public class PeopleBehind {

    private static final List<String> YEAR = List.of("fiscal_year");

    private final Indicators indicators;
    private final PersonKeys keys;
    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    PeopleBehind(Indicators indicators, PersonKeys keys, JdbcClient jdbc, TenantTransactions transactions) {
        this.indicators = indicators;
        this.keys = keys;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The members of the current insurer who are counted.
    ///
    /// @param strata what they have in common: stratum to value
    /// @param isWhole all in the denominator, and not only those in the numerator
    /// @return their numbers in the register, in order
    public List<Long> of(Measure measure, int year, Map<String, String> strata, boolean isWhole) {
        // A stratum that nobody asks for gives its place to the person.
        var place = strata.containsKey("area") ? "member_type" : "area";
        var named = List.copyOf(strata.keySet());
        var by = Stream.of(YEAR, named, List.of(place)).flatMap(List::stream).toList();
        var ids = indicators.askByPerson(place, engine -> engine.count(measure, by)).orElse(List.of()).stream()
                .filter(figure -> isWhole || figure.part().signum() > 0)
                .filter(figure -> isAmong(figure, year, named, strata))
                .map(figure -> figure.strata().getLast())
                .toList();
        var insurer = Actors.current().insurer().id();
        var members = members(insurer);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(members.get(id)).stream())
                .sorted()
                .toList();
    }

    private static boolean isAmong(Figure figure, int year, List<String> named, Map<String, String> strata) {
        var isAmong = figure.strata().getFirst().equals(Integer.toString(year));
        for (var i = 0; i < named.size(); i++) {
            isAmong &= figure.strata().get(i + 1).equals(strata.get(named.get(i)));
        }
        return isAmong;
    }

    private Map<String, Long> members(InsurerId insurer) {
        var keyed = keys.of(insurer);
        var members = new HashMap<String, Long>();
        transactions
                .inCurrent(() -> jdbc.sql("select id from membership.mart_member")
                        .query(Long.class)
                        .list())
                .forEach(member -> members.put(keyed.id(member), member));
        return members;
    }
}
