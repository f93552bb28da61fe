package org.tsunagu.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tsunagu.charts.Markup;

/// The frame of the page (ページ): head, contents, sections. Nothing in it is loaded from elsewhere, nothing runs.
final class Page {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Wording wording;
    private final Run run;
    private final List<Section> sections = new ArrayList<>();

    Page(Wording wording, Run run) {
        this.wording = wording;
        this.run = run;
    }

    void add(Section section) {
        sections.add(section);
    }

    String html() {
        var html = new Markup().add("<!DOCTYPE html>\n").open("html", "lang", wording.language());
        head(html);
        html.open("body").leaf("a", wording.text("page.skip"), "class", "skip", "href", "#main");
        top(html);
        html.open("main", "id", "main", "tabindex", "-1");
        for (var section : sections) {
            var heading = section.id() + "-heading";
            html.add("\n").open("section", "id", section.id(), "aria-labelledby", heading);
            html.leaf("h2", wording.text(section.id() + ".title"), "id", heading);
            section.write(html);
            html.close();
        }
        html.close().open("footer").leaf("p", wording.text("page.footer")).close();
        return html.close().close().add("\n").whole();
    }

    private void head(Markup html) {
        html.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "robots", "content", "noindex")
                .empty("meta", "name", "referrer", "content", "no-referrer")
                .leaf("title", wording.text("page.title") + " - Tsunagu")
                .open("style")
                .add(style())
                .close()
                .close();
    }

    private void top(Markup html) {
        html.open("header")
                .leaf("p", wording.text("page.product"), "class", "product")
                .leaf("h1", wording.text("page.title"))
                .leaf("p", wording.text("page.made", "date", wording.date(run.on())), "class", "made")
                .leaf("p", wording.text("page.lead"), "class", "lead")
                .leaf("p", wording.text("page.personal"), "class", "notice")
                .close();
        html.open("nav", "aria-label", wording.text("page.contents")).open("ol");
        for (var section : sections) {
            html.open("li")
                    .leaf("a", wording.text(section.id() + ".title"), "href", "#" + section.id())
                    .close();
        }
        html.close().close();
    }

    private static String style() {
        try (var resource = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
