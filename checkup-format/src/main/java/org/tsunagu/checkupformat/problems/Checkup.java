package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.time.PlanPeriod;

/// One document whose results are compared with each other (検査対象の1件).
record Checkup(CheckupDocument document, LocalDate examDay, Results results, Findings findings) {

    private static final String SPECIFIC = "10";
    private static final String SPECIFIC_PROGRAMME = "010";
    private static final String WIDE_AREA_PROGRAMME = "020";

    /// Whether the document reports a specific checkup (報告区分10).
    boolean isSpecific() {
        return document.header().category().text().equals(SPECIFIC);
    }

    /// The required set that applies; none for employers and others.
    Optional<Needs.Profile> profile() {
        if (!isSpecific()) {
            return Optional.empty();
        }
        return switch (document.header().programme().text()) {
            case SPECIFIC_PROGRAMME -> Optional.of(Needs.Profile.SPECIFIC);
            case WIDE_AREA_PROGRAMME -> Optional.of(Needs.Profile.WIDE_AREA);
            default -> Optional.empty();
        };
    }

    /// Whether the fourth period's rules apply.
    boolean isFourthPeriod() {
        return !examDay.isBefore(PlanPeriod.FOURTH.firstDay());
    }

    /// Reports about an item, at its result when there is one.
    void report(String check, Item item, String... arguments) {
        var observation = results.get(item.index());
        if (observation == null) {
            findings.missing(check, item.code(), arguments);
        } else {
            findings.result(check, observation, arguments);
        }
    }
}
