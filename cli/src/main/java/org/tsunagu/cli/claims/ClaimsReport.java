package org.tsunagu.cli.claims;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;
import org.tsunagu.claimsformat.claim.Status;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.CodeTables;
import org.tsunagu.cli.cost.CostSection;
import org.tsunagu.cli.report.Grid;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.ProblemTexts;

/// The report of a run of `claims` (レセプト読み取りの結果): one HTML page that needs no other file and names nobody.
public final class ClaimsReport {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    private static final String KEY = "claims.report.";
    private static final String FUND = "1";
    private static final int LONGEST = 200;

    private final Words words;
    private final ClaimsTally tally;
    private final ProblemTexts texts;
    private final CostSection cost;

    /// The report of a run.
    public ClaimsReport(Words words, ClaimsTally tally, CostSection cost) {
        this.words = words;
        this.tally = tally;
        this.cost = cost;
        this.texts = ClaimCatalogue.texts(words.language().locale());
    }

    /// Writes the page.
    ///
    /// @throws IOException if it cannot be written
    public void write(Path file, LocalDate day) throws IOException {
        Files.writeString(file, html(day), StandardCharsets.UTF_8);
    }

    private String html(LocalDate day) throws IOException {
        var html = new Markup()
                .add("<!DOCTYPE html>\n")
                .open("html", "lang", words.language().locale().getLanguage());
        head(html);
        html.open("body").leaf("a", text("skip"), "class", "skip", "href", "#main");
        html.open("header")
                .leaf("p", text("product"), "class", "product")
                .leaf("h1", text("title"))
                .leaf("p", words.text(KEY + "made", "date", day.toString()), "class", "made")
                .close();
        html.open("main", "id", "main", "tabindex", "-1");
        counts(html);
        cost.write(html);
        reasons(html);
        mismatches(html);
        findings(html);
        unknown(html);
        html.close().open("footer").leaf("p", text("footer")).close();
        return html.close().close().add("\n").whole();
    }

    private void head(Markup html) throws IOException {
        try (var css = Grid.class.getResourceAsStream("report.css")) {
            var style = new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
            html.open("head")
                    .empty("meta", "charset", "utf-8")
                    .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                    .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                    .empty("meta", "name", "robots", "content", "noindex")
                    .empty("meta", "name", "referrer", "content", "no-referrer")
                    .leaf("title", text("title") + " - Tsunagu")
                    .open("style")
                    .add(style)
                    .close()
                    .close();
        }
    }

    private void counts(Markup html) {
        html.leaf("h2", text("counts")).leaf("p", text("counts.lead"));
        var statuses = grid("statuses", "status", "claims");
        for (var status : Status.values()) {
            statuses.row(text("status." + status.word()), Numbers.count(tally.claims(status)));
        }
        statuses.write(html);
        var months = grid("months", "kind", "month", "claims", "claimed", "decided", "reduction", "rate", "cost");
        tally.groups()
                .forEach((kind, byMonth) -> byMonth.forEach((month, group) -> months.row(
                        text("kind." + kind.tag()),
                        month.toString(),
                        Numbers.count(group.claims),
                        Numbers.count(group.claimed),
                        Numbers.count(group.decided),
                        Numbers.count(group.claimed - group.decided),
                        Numbers.percent(group.claimed - group.decided, group.claimed),
                        Numbers.count(group.costYen))));
        months.write(html);
    }

    private void reasons(Markup html) {
        html.leaf("h2", text("reasons"));
        html.leaf("p", words.text(KEY + "reasons.lead", "count", Numbers.count(tally.changed())));
        if (!tally.reasons().isEmpty()) {
            var grid = grid("reasons-table", "reason", "meaning", "count");
            tally.reasons().forEach((key, count) -> grid.row(clip(reason(key)), meaning(key), Numbers.count(count)));
            grid.write(html);
        }
    }

    private static String reason(String key) {
        return key.startsWith(FUND) || key.startsWith("2") ? key.substring(1) : key;
    }

    /// The fund and the federation use different tables.
    private String meaning(String key) {
        var table = key.startsWith(FUND) ? "I03" : "I04";
        var column = words.language().locale().getLanguage().equals("ja") ? "name_ja" : "name_en";
        return CodeTables.shipped()
                .find(table, reason(key))
                .map(row -> row.text(column))
                .orElse(Numbers.NOTHING);
    }

    private void mismatches(Markup html) {
        html.leaf("h2", text("mismatches"));
        if (tally.mismatches().isEmpty()) {
            html.leaf("p", text("mismatches.none"));
            return;
        }
        html.leaf("p", text("mismatches.lead"));
        var grid = grid("mismatches-table", "claim", "place", "message");
        for (var problem : tally.mismatches()) {
            grid.row(problem.place().item(), place(problem.place()), texts.text(problem));
        }
        grid.write(html);
    }

    private void findings(Markup html) {
        html.leaf("h2", text("findings"));
        if (tally.findings().isEmpty()) {
            html.leaf("p", text("findings.none"));
            return;
        }
        var grid = grid("findings-table", "check", "severity", "count", "message", "place");
        tally.findings()
                .forEach((check, found) -> grid.row(
                        check,
                        text("severity." + found.example.severity().word()),
                        Numbers.count(found.count),
                        clip(texts.text(found.example)),
                        place(found.example.place())));
        grid.write(html);
    }

    private void unknown(Markup html) {
        if (!tally.unknownRecords().isEmpty()) {
            html.leaf("h2", text("unknown"));
            var grid = grid("unknown-table", "record", "count");
            tally.unknownRecords().forEach((record, count) -> grid.row(record, Numbers.count(count)));
            grid.write(html);
        }
    }

    private Grid grid(String id, String... columns) {
        List<String> headings =
                Stream.of(columns).map(column -> text("column." + column)).toList();
        return new Grid(id, text("caption." + id), headings);
    }

    private static String place(Place place) {
        var file = clip(place.entry().isEmpty() ? place.file() : place.file() + " / " + place.entry());
        return place.line() == 0 ? file : file + ":" + place.line();
    }

    private static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private String text(String key) {
        return words.text(KEY + key);
    }
}
