package org.tsunagu.app.planning.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.app.planning.Plans;
import org.tsunagu.codes.time.Era;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.letters.report.Block;
import org.tsunagu.letters.report.Report;
import org.tsunagu.rules.plan.PlanRules;
import org.tsunagu.rules.rates.Tally;

/// Puts the plan of a period together (計画書の組み立て): sections in order, the insurer's text or the standing one, tables.
final class PlanDocument {

    private static final PlanRules RULES = PlanRules.shipped();
    private static final int MIDDLE = 40;

    private final PlanPeriod period;
    private final String insurer;
    private final Map<String, String> own;
    private final Map<String, String> growths;
    private final PlanFigures figures;

    /// @param own the insurer's texts by section
    /// @param growths the growth of the strata in words, by key
    PlanDocument(
            PlanPeriod period,
            String insurer,
            Map<String, String> own,
            Map<String, String> growths,
            PlanFigures figures) {
        this.period = period;
        this.insurer = insurer;
        this.own = own;
        this.growths = growths;
        this.figures = figures;
    }

    /// The whole document.
    ///
    /// @param version approved version; empty for a draft
    Report report(Masking masking, Optional<Integer> version, Instant created) {
        var title = Words.word("title", "period", period.number()) + (version.isPresent() ? "" : Words.word("draft"));
        var years = Plans.years(period);
        var cover = List.of(
                Words.word("cover.years", "from", Words.year(years.getFirst()), "to", Words.year(years.getLast())),
                Words.word("cover.day", "day", Era.format(figures.day())),
                insurer);
        return new Report(
                title,
                cover,
                insurer,
                version.map(number -> Words.word("foot.version", "version", number))
                        .orElseGet(() -> Words.word("foot.draft")),
                Locale.JAPANESE,
                created,
                blocks(masking));
    }

    private List<Block> blocks(Masking masking) {
        var values = values(masking);
        var tables = new PlanTables(figures, masking);
        var blocks = new ArrayList<Block>();
        var sections = Outline.shipped().of(period);
        for (var i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            var content = new ArrayList<>(OwnText.blocks(filled(text(section), values)));
            section.table().ifPresent(table -> content.addAll(tables.of(table)));
            // A section of which nothing is known and nothing was written has no place in the document.
            var hasParts = i + 1 < sections.size() && sections.get(i + 1).level() > section.level();
            if (!content.isEmpty() || hasParts) {
                blocks.add(new Block.Heading(section.level(), section.heading()));
                blocks.addAll(content);
            }
        }
        return blocks;
    }

    private String text(Section section) {
        return own.getOrDefault(section.key(), section.standing());
    }

    private static String filled(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /// What may stand in braces in a text.
    private Map<String, String> values(Masking masking) {
        var values = new HashMap<String, String>();
        var years = Plans.years(period);
        values.put("insurer", insurer);
        values.put("period", Integer.toString(period.number()));
        values.put("from_year", Words.year(years.getFirst()));
        values.put("to_year", Words.year(years.getLast()));
        var last = figures.plan()
                .filter(plan -> plan.eligible().years().contains(years.getLast()))
                .map(plan -> plan.target(years.getLast()));
        values.put("checkup_goal", last.map(goal -> goal.checkup().toString()).orElseGet(PlanDocument::unknown));
        values.put("guidance_goal", last.map(goal -> goal.guidance().toString()).orElseGet(PlanDocument::unknown));
        values.put(
                "growth",
                Words.word(
                        "growth.from",
                        "growth",
                        new PlanTables(figures, masking).withholdsParts()
                                ? hidden()
                                : String.join("、", growths.values())));
        values.put(
                "share_year",
                figures.share().map(share -> Words.year(share.year())).orElseGet(PlanDocument::unknown));
        values.put(
                "share",
                figures.share()
                        .map(share -> masking.hides(share.needing()) ? hidden() : attained(share.needing()))
                        .orElseGet(PlanDocument::unknown));
        members(masking, values);
        return values;
    }

    private void members(Masking masking, Map<String, String> values) {
        var past = new PastTables(figures, masking);
        var all = past.men() + past.women();
        var middle = figures.population().stream()
                .filter(line -> line.from() >= MIDDLE)
                .mapToLong(line -> line.male() + line.female())
                .sum();
        values.put("day", Era.format(figures.day()));
        values.put("members", masking.hides(all) ? hidden() : Words.number(all));
        values.put("male_share", past.hidesSexes() ? hidden() : share(past.men(), all));
        values.put("female_share", past.hidesSexes() ? hidden() : share(past.women(), all));
        // A sum over some of the rows would tell more about those that are hidden.
        values.put("middle", past.hiddenAges().isEmpty() && !masking.hides(middle) ? Words.number(middle) : hidden());
    }

    private static String share(long part, long whole) {
        return percent(RULES.share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)));
    }

    private static String percent(Optional<BigDecimal> rounded) {
        return rounded.map(percent -> percent.toPlainString() + "%").orElseGet(PlanDocument::unknown);
    }

    private static String attained(Tally share) {
        return percent(RULES.attained(share.numerator(), share.denominator()));
    }

    private static String hidden() {
        return Words.word("hidden");
    }

    private static String unknown() {
        return Words.word("unknown");
    }
}
