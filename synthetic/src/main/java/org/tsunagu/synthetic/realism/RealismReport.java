package org.tsunagu.synthetic.realism;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.synthetic.checkups.Band;
import org.tsunagu.synthetic.claims.CostFigures;

/// Writes a comparison as CSV and as one self-contained page in Japanese and English (再現性レポート).
public final class RealismReport {
    private static final int WORST = 10;
    private static final List<String> LANGUAGES = List.of("ja", "en");

    private final Realism realism;
    private final List<Figures.Figure> figures;
    private final Optional<CostTable> costs;

    /// The report of a comparison.
    ///
    /// @param costs number and cost of claims; empty when there are no claims
    public RealismReport(Realism realism, Optional<CostFigures> costs) {
        this.realism = realism;
        this.costs = costs.map(CostTable::new);
        this.figures = new Figures().of(realism);
    }

    /// Every figure and every cell, one line each.
    public String csv() {
        var csv = new StringBuilder("kind,id,sex,age_from,category,published,synthetic,difference,tolerance,people\n");
        for (var figure : figures) {
            csv.append("figure,%s,,,,%s,%s,%s,%s,%d\n"
                    .formatted(
                            figure.id(),
                            decimal(figure.published()),
                            decimal(figure.synthetic()),
                            decimal(figure.difference()),
                            decimal(figure.tolerance()),
                            realism.people()));
        }
        for (var cell : realism.cells()) {
            csv.append("cell,%s,%s,%d,%s,%s,%s,%s,1.000,%d\n"
                    .formatted(
                            cell.table(),
                            cell.band().sex().code(),
                            cell.band().from(),
                            cell.category(),
                            decimal(100 * cell.published()),
                            decimal(100 * cell.synthetic()),
                            decimal(cell.points()),
                            cell.people()));
        }
        costs.ifPresent(table -> csv.append(table.csv()));
        return csv.toString();
    }

    /// The page: what it is, the figures, the worst cells, in both languages.
    public String html() {
        var html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="ja"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s</title>
                <style>
                body{font-family:sans-serif;line-height:1.6;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#1a1a1a}
                table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:bold}
                th,td{border-bottom:1px solid #767676;padding:.2rem .6rem;text-align:right}
                th:first-child,td:first-child{text-align:left}.off{background:#fff3cd}
                </style></head><body>
                """.formatted(texts("ja").text("title")));
        for (var language : LANGUAGES) {
            html.append("<section lang=\"%s\">".formatted(language));
            section(html, texts(language));
            html.append("</section>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private void section(StringBuilder html, Messages texts) {
        html.append("<h1>%s</h1><p>%s</p><p>%s</p>\n"
                .formatted(
                        texts.text("title"),
                        texts.text("intro", Map.of("people", Long.toString(realism.people()))),
                        texts.text("attribution")));
        head(html, texts, "figures", "figure", "published", "synthetic", "difference", "tolerance");
        for (var figure : figures) {
            row(
                    html,
                    figure.passes() ? "" : " class=\"off\"",
                    texts.text("figure." + figure.id()),
                    decimal(figure.published()),
                    decimal(figure.synthetic()),
                    signed(figure.difference()),
                    decimal(figure.tolerance()));
        }
        html.append("</tbody></table>\n");
        head(html, texts, "worst", "cell", "published", "synthetic", "difference", "people");
        for (var cell : worst()) {
            row(
                    html,
                    "",
                    name(cell, texts),
                    decimal(100 * cell.published()),
                    decimal(100 * cell.synthetic()),
                    signed(cell.points()),
                    Long.toString(cell.people()));
        }
        html.append("</tbody></table>\n");
        costs.ifPresent(table -> table.html(html, texts));
        html.append("<p>%s</p>"
                .formatted(texts.text("implausible", Map.of("count", Long.toString(realism.implausible())))));
    }

    static void head(StringBuilder html, Messages texts, String caption, String... columns) {
        html.append("<table><caption>%s</caption><thead><tr>".formatted(texts.text("table." + caption)));
        for (var column : columns) {
            html.append("<th scope=\"col\">%s</th>".formatted(texts.text("column." + column)));
        }
        html.append("</tr></thead><tbody>\n");
    }

    static void row(StringBuilder html, String attributes, String name, String... cells) {
        html.append("<tr%s><td>%s</td>".formatted(attributes, escape(name)));
        for (var cell : cells) {
            html.append("<td>%s</td>".formatted(escape(cell)));
        }
        html.append("</tr>\n");
    }

    /// The cells that differ most.
    public List<Realism.Cell> worst() {
        return realism.cells().stream()
                .sorted(Comparator.comparingDouble((Realism.Cell cell) -> -StrictMath.abs(cell.points())))
                .limit(WORST)
                .toList();
    }

    private static String name(Realism.Cell cell, Messages texts) {
        return texts.text(
                "cell",
                Map.of(
                        "table",
                        texts.text("table." + cell.table()),
                        "category",
                        cell.category(),
                        "sex",
                        texts.text(cell.band().sex() == Sex.MALE ? "men" : "women"),
                        "age",
                        age(cell.band())));
    }

    private static String age(Band band) {
        return "%d-%d".formatted(band.from(), band.from() + 4);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Messages texts(String language) {
        var name = language.equals("ja") ? "realism.properties" : "realism_en.properties";
        return Messages.read(name, RealismReport.class.getResourceAsStream(name));
    }
}
