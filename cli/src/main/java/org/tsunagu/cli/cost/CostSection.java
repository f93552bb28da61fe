package org.tsunagu.cli.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;
import org.tsunagu.claimsformat.allocation.CostColumn;
import org.tsunagu.claimsformat.allocation.CostGroups;
import org.tsunagu.claimsformat.allocation.CostResult;
import org.tsunagu.claimsformat.allocation.CostSettings;
import org.tsunagu.claimsformat.allocation.Method;
import org.tsunagu.claimsformat.disease.Bucket;
import org.tsunagu.claimsformat.master.Edition;
import org.tsunagu.claimsformat.master.MasterTexts;
import org.tsunagu.cli.report.Grid;
import org.tsunagu.cli.text.Words;

/// The section of the report about the cost of diseases (傷病別の医療費): the tables of the 14
/// lifestyle diseases by age, with the method, the editions of the masters, and how much has no class.
public final class CostSection {

    private static final String KEY = "claims.report.cost.";
    private static final List<String> MARKS = List.of("", "①", "②", "③", "④", "⑤");
    private static final List<Bucket> WITHOUT_CLASS = List.of(
            Bucket.NODISEASE,
            Bucket.UNCODED,
            Bucket.NOICD,
            Bucket.UNRESOLVED,
            Bucket.UNCLASSIFIED,
            Bucket.PHA_UNMATCHED);

    private final Words words;
    private final CostSettings settings;
    private final CostResult result;
    private final List<Edition> editions;

    /// The section of a result.
    ///
    /// @param editions of the masters that were used
    public CostSection(Words words, CostSettings settings, CostResult result, List<Edition> editions) {
        this.words = words;
        this.settings = settings;
        this.result = result;
        this.editions = editions;
    }

    /// Yen of the insured without a class, whatever the reason.
    public long yenWithoutClass() {
        var cells = result.cells(CostGroups.Kind.CLASS121, Method.PDM);
        var groups = settings.groups().of(CostGroups.Kind.CLASS121);
        var sum = 0L;
        for (var i = 0; i < groups.size(); i++) {
            var row = groups.get(i).row();
            sum += WITHOUT_CLASS.stream()
                            .anyMatch(bucket -> bucket.group().row().equals(row))
                    ? cells.groupYen(i)
                    : 0;
        }
        return sum;
    }

    /// Yen of the insured altogether.
    public long yen() {
        return result.decidedYen() - result.publicOnlyYen();
    }

    /// Writes the section.
    public void write(Markup html) {
        html.leaf("h2", text("title"));
        html.leaf("p", basis());
        html.leaf("p", words.text(KEY + "unclassified", "share", Numbers.percent(yenWithoutClass(), yen())));
        html.leaf(
                "p",
                words.text(
                        KEY + "dispensing",
                        "share",
                        Numbers.percent(result.unmatchedPoints(), result.dispensedPoints())));
        for (var method : List.of(Method.MAXRES, Method.PDM)) {
            var table = CostTable.of(CostGroups.Kind.LIFESTYLE14, method, settings, result);
            html.leaf("h3", words.text(KEY + "method", "method", method.row().text(nameColumn())));
            blocks(html, table, true);
            if (method.isWhole()) {
                blocks(html, table, false);
            }
        }
        html.leaf("p", text("cancer"));
        html.leaf("p", text("outside"));
    }

    private String basis() {
        var texts = MasterTexts.in(words.language().locale());
        var used = editions.stream()
                .map(edition -> texts.name(edition.kind()) + " " + edition.date())
                .collect(Collectors.joining(", "));
        return words.text(
                KEY + "basis",
                "from",
                result.first().map(Object::toString).orElse("-"),
                "to",
                result.last().map(Object::toString).orElse("-"),
                "editions",
                used.isEmpty() ? text("editions.none") : used,
                "rounding",
                settings.rounding().name());
    }

    private String nameColumn() {
        return words.language().locale().getLanguage().equals("en") ? "name_en" : "name_ja";
    }

    private void blocks(Markup html, CostTable table, boolean isCost) {
        var blocks = table.bands().stream()
                .collect(Collectors.groupingBy(band -> table.band(band).block()));
        blocks.forEach((block, bands) -> block(html, table, bands, isCost));
    }

    private void block(Markup html, CostTable table, List<Integer> bands, boolean isCost) {
        var what = isCost ? "cost" : "claims";
        var headings = new ArrayList<String>();
        headings.add(text("disease"));
        for (var band : bands) {
            var name = table.band(band).name(words.language().locale());
            headings.add(name + " " + text(what + ".unit"));
            headings.add(name + " (%)");
            headings.add(name + " " + text("rank"));
        }
        var first = table.band(bands.getFirst()).block();
        var id = "cost-%s-%s-%d".formatted(table.method(), what, first);
        var caption = words.text(
                KEY + what + ".caption", "method", table.method().row().text(nameColumn()));
        var grid = new Grid(id, caption, headings);
        var columns = bands.stream()
                .map(band -> isCost ? table.cost(band) : table.claims(band))
                .toList();
        for (var i = 0; i < table.groups().size(); i++) {
            grid.row(cells(
                    table.group(table.groups().get(i)).name(words.language().locale()), columns, i));
        }
        grid.row(total(columns)).write(html);
    }

    private static List<String> cells(String name, List<CostColumn> columns, int row) {
        var cells = new ArrayList<>(List.of(name));
        for (var column : columns) {
            cells.add(Numbers.count(column.values().get(row)));
            cells.add(column.share(row).map(Object::toString).orElse(""));
            cells.add(MARKS.get(column.rank(row).orElse(0)));
        }
        return cells;
    }

    private List<String> total(List<CostColumn> columns) {
        var cells = new ArrayList<>(List.of(text("total")));
        for (var column : columns) {
            cells.add(Numbers.count(column.total()));
            cells.add(CostColumn.share(column.total(), column.total())
                    .map(Object::toString)
                    .orElse(""));
            cells.add("");
        }
        return cells;
    }

    private String text(String key) {
        return words.text(KEY + key);
    }
}
