package org.tsunagu.cli.report;

import java.util.Map;
import java.util.stream.Stream;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.cli.report.chart.Meter;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Severity;

/// What is wrong, by facility and by kind (不備の一覧).
record DefectsSection(Wording wording, Defects defects) implements Section {

    private static final int SHOWN = 30;
    private static final int COMMONEST = 3;

    @Override
    public String id() {
        return "defects";
    }

    @Override
    public void write(Markup html) {
        html.leaf("p", wording.text("defects.lead"));
        if (defects.problems() == 0) {
            html.leaf("p", wording.text("defects.none"));
            return;
        }
        kinds(html);
        institutions(html);
    }

    private void kinds(Markup html) {
        var kinds = defects.kinds();
        html.leaf("h3", wording.text("defects.kinds.title"))
                .leaf("p", wording.count("defects.kinds.text", kinds.size()));
        var table = new Grid(
                "kinds-table",
                caption("defects.kinds.caption", kinds.size()),
                Stream.of("check", "severity", "message", "count", "institutions", "example")
                        .map(column -> wording.text("column." + column))
                        .toList());
        kinds.stream()
                .limit(SHOWN)
                .forEach(kind -> table.row(
                        kind.example().code(),
                        wording.text("severity." + kind.example().severity()),
                        Clipped.path(wording.problem(kind.example())),
                        Numbers.count(kind.count()),
                        Numbers.count(kind.institutions()),
                        place(kind.example().place())));
        table.write(html);
    }

    private String caption(String key, int size) {
        return wording.text(key, "count", Numbers.count(size), "shown", Numbers.count(Math.min(size, SHOWN)));
    }

    private String place(Place place) {
        var file = Clipped.path(place.entry().isEmpty() ? place.file() : place.file() + " / " + place.entry());
        return place.line() == 0
                ? file
                : wording.text("defects.place", "file", file, "line", Integer.toString(place.line()));
    }

    private void institutions(Markup html) {
        var institutions = defects.institutions();
        html.leaf("h3", wording.text("defects.institutions.title"))
                .leaf("p", wording.count("defects.institutions.text", institutions.size()));
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "institutions-table")
                .open("table")
                .leaf(
                        "caption",
                        caption("defects.institutions.caption", institutions.size()),
                        "id",
                        "institutions-table")
                .open("thead")
                .open("tr");
        heading(html, "institution", "words");
        heading(html, "documents", "number");
        heading(html, "returned", "number");
        heading(html, "returnedShare", "words");
        heading(html, "refusing", "number");
        heading(html, "noted", "number");
        heading(html, "commonest", "words");
        html.close().close().open("tbody");
        institutions.stream().limit(SHOWN).forEach(entry -> institution(html, entry));
        if (defects.others().hasProblems()) {
            institution(html, Map.entry("", defects.others()), wording.text("defects.others"));
        }
        if (defects.files().hasProblems()) {
            institution(html, Map.entry("", defects.files()), wording.text("defects.files"));
        }
        html.close().close().close();
    }

    private void institution(Markup html, Map.Entry<String, InstitutionDefects> entry) {
        var name = entry.getValue().name();
        institution(html, entry, name.isEmpty() ? wording.text("defects.unknown") : name);
    }

    private void institution(Markup html, Map.Entry<String, InstitutionDefects> entry, String name) {
        var found = entry.getValue();
        var returned = found.documents(Status.REJECTED);
        html.open("tr")
                .open("th", "scope", "row")
                .text(name)
                .leaf("span", entry.getKey(), "class", "code")
                .close();
        number(html, found.documents());
        number(html, returned);
        html.open("td", "class", "share")
                .leaf("span", Numbers.percent(returned, found.documents()))
                .add(Meter.svg(returned, found.documents()))
                .close();
        number(html, found.problems(Severity.REFUSES_DOCUMENT) + found.problems(Severity.REFUSES_FILE));
        number(html, found.problems(Severity.NOTES));
        html.open("td", "class", "words").open("ul");
        for (var kind : found.commonest(COMMONEST)) {
            html.leaf("li", example(kind));
        }
        html.close().close().close();
    }

    private String example(Kind kind) {
        var message = Clipped.path(wording.problem(kind.example()));
        return wording.text("defects.kind", "count", Numbers.count(kind.count()), "message", message);
    }

    private void heading(Markup html, String column, String look) {
        html.leaf("th", wording.text("column." + column), "scope", "col", "class", look);
    }

    private static void number(Markup html, long number) {
        html.leaf("td", Numbers.count(number), "class", "number");
    }
}
