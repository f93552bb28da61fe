package org.tsunagu.synthetic.realism;

import java.util.List;
import java.util.Map;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.synthetic.claims.CostFigures;
import org.tsunagu.synthetic.claims.CostFigures.Figure;

/// The claims' part of the report (医療費の比較): all sums, and the cells that are outside their tolerance.
final class CostTable {

    private static final int YEARS = 10;

    private final List<Figure> figures;

    CostTable(CostFigures costs) {
        this.figures = costs.all();
    }

    /// One line each, in the columns of the report; `people` stays empty.
    String csv() {
        var csv = new StringBuilder();
        for (var figure : figures) {
            csv.append("claims,%s.%02d,,%s,,%s,%s,%s,%s,\n"
                    .formatted(
                            figure.table(),
                            figure.disease(),
                            figure.band() < 0 ? "" : Integer.toString(figure.band() * YEARS),
                            RealismReport.decimal(figure.published()),
                            RealismReport.decimal(figure.synthetic()),
                            RealismReport.decimal(figure.difference()),
                            RealismReport.decimal(figure.tolerance())));
        }
        return csv.toString();
    }

    void html(StringBuilder html, Messages texts) {
        var cells = figures.stream().filter(figure -> figure.band() >= 0).toList();
        var misfits = cells.stream().filter(figure -> !figure.passes()).toList();
        table(
                html,
                texts,
                "costs",
                figures.stream().filter(figure -> figure.band() < 0).toList());
        html.append("<p>%s</p>"
                .formatted(texts.text(
                        "costs",
                        Map.of("cells", Integer.toString(cells.size()), "misfits", Integer.toString(misfits.size())))));
        table(html, texts, "misfits", misfits);
    }

    private static void table(StringBuilder html, Messages texts, String caption, List<Figure> figures) {
        RealismReport.head(html, texts, caption, "figure", "published", "synthetic", "difference", "tolerance");
        for (var figure : figures) {
            RealismReport.row(
                    html,
                    figure.passes() ? "" : " class=\"off\"",
                    name(figure, texts),
                    "%.0f".formatted(figure.published()),
                    "%.0f".formatted(figure.synthetic()),
                    "%+.0f".formatted(figure.difference()),
                    "%.0f".formatted(figure.tolerance()));
        }
        html.append("</tbody></table>\n");
    }

    private static String name(Figure figure, Messages texts) {
        var what = texts.text("costs." + figure.table());
        if (figure.disease() == 0) {
            return what;
        }
        var disease = texts.text("disease.%02d".formatted(figure.disease()));
        var age = figure.band() < 0
                ? ""
                : " " + figure.band() * YEARS + "–" + (figure.band() == 7 ? "74" : figure.band() * YEARS + 9);
        return what + " · " + disease + age;
    }
}
