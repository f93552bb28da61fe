package org.tsunagu.app.analytics.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tsunagu.app.analytics.web.AnalyticsController.Detail;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;

/// A measure as lines of CSV (書き出しの行): what it is, of what data, and its figures. What leaves the insurer shows no cell
/// of
/// fewer people than the catalogue says.
record ExportLines(Detail detail, Language language) {

    List<List<String>> lines() {
        var texts = Texts.in(language);
        var measure = detail.measure();
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(measure.title(language.locale()), measure.definition(language.locale())));
        lines.add(List.of(
                texts.text("analytics.export.of"),
                Integer.toString(detail.year()),
                detail.standing()
                        .ready()
                        .flatMap(build -> build.asOf())
                        .map(Object::toString)
                        .orElse(""),
                measure.row().basis().certainty().name().toLowerCase(Locale.ROOT),
                texts.text("analytics.export.masked", "least", Integer.toString(measure.smallestCell()))));
        var headings = new ArrayList<String>();
        var strata = detail.strata();
        for (var stratum : strata) {
            headings.add(texts.text("analytics.stratum." + stratum));
        }
        for (var heading : List.of("part", "whole", "value")) {
            headings.add(texts.text("analytics." + heading));
        }
        lines.add(headings);
        for (var row : detail.rows()) {
            var line = new ArrayList<String>();
            for (var i = 0; i < strata.size(); i++) {
                line.add(Names.of(language, strata.get(i), row.strata().get(i)));
            }
            var isHidden = Drawing.isHidden(row, measure.smallestCell());
            line.add(isHidden ? "‐" : plain(row.part()));
            line.add(isHidden ? "‐" : plain(row.whole()));
            line.add(isHidden ? "‐" : row.value().map(ExportLines::plain).orElse(""));
            lines.add(line);
        }
        return lines;
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
