package org.tsunagu.app.planning.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsunagu.app.planning.PastRates;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.PlanPeriod;

/// By what a plan divides people (計画書の区分): ages (`plan-ages.tsv`), and which words of the register name the insured
/// themselves (`plan-kinds.tsv`).
public final class Bands {

    private static final Table AGES =
            Table.read("planning/plan-ages", Bands.class.getResourceAsStream("plan-ages.tsv"));
    private static final Table KINDS =
            Table.read("planning/plan-kinds", Bands.class.getResourceAsStream("plan-kinds.tsv"));

    private Bands() {}

    /// Ages from and to, both included (年齢層).
    record Band(int from, int to) {

        boolean holds(int fromAge, int toAge) {
            return from <= fromAge && toAge <= to;
        }

        /// Its name in tables of strata, such as `40-64`.
        String key() {
            return from + "-" + to;
        }
    }

    /// Which table is divided.
    enum Use {
        POPULATION,
        RATES,
        GUIDED
    }

    static List<Band> of(Use use, PlanPeriod period) {
        return AGES.on(period.firstDay()).stream()
                .filter(row -> row.text("list").equals(use.name()))
                .map(row -> new Band(row.integer("from_age"), row.integer("to_age")))
                .toList();
    }

    /// The ages by which rates are shown (率の年齢階層).
    public static List<PastRates.Ages> rates(PlanPeriod period) {
        return of(Use.RATES, period).stream()
                .map(band -> new PastRates.Ages(band.from(), band.to()))
                .toList();
    }

    /// How sure it is whom the words of the register name (確度).
    public static Certainty certaintyOfKinds(PlanPeriod period) {
        return Certainty.weakest(
                KINDS.on(period.firstDay()).stream().map(row -> row.basis().certainty()));
    }

    /// Words for who is insured by itself; everybody else belongs to the family.
    static List<String> insured(PlanPeriod period) {
        Map<String, List<String>> words = KINDS.on(period.firstDay()).stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("kind"), Collectors.mapping(row -> row.text("relation"), Collectors.toList())));
        return words.getOrDefault("INSURED", List.of());
    }
}
