package org.tsunagu.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Certainty;

/// What the words mean, where the rules come from, and how sure they are (用語・出典・確度).
record DefinitionsSection(Wording wording, RulesUsed rules) implements Section {

    private static final List<String> TERMS =
            List.of("year", "age", "status", "cuts", "undetermined", "denominator", "period", "files");

    @Override
    public String id() {
        return "definitions";
    }

    @Override
    public void write(Markup html) {
        html.leaf("h3", wording.text("definitions.words")).open("dl", "class", "terms");
        for (var term : TERMS) {
            html.leaf("dt", wording.text("term." + term)).leaf("dd", wording.text("term." + term + ".meaning"));
        }
        html.close();
        certainties(html);
        sources(html);
    }

    private void certainties(Markup html) {
        html.leaf("h3", wording.text("definitions.certainty"));
        var table = new Grid(
                "certainty-table",
                wording.text("definitions.certainty.caption"),
                List.of(wording.text("column.certainty"), wording.text("column.word"), wording.text("column.meaning")));
        for (var certainty : Certainty.values()) {
            table.row(
                    wording.text("certainty." + certainty),
                    certainty.name().toLowerCase(Locale.ROOT),
                    wording.text("certainty." + certainty + ".meaning"));
        }
        table.write(html);
    }

    private void sources(Markup html) {
        var all = rules.all();
        if (all.isEmpty()) {
            return;
        }
        html.leaf("h3", wording.text("definitions.sources")).leaf("p", wording.text("definitions.sources.text"));
        var rows = new TreeMap<String, TreeSet<String>>();
        var sources = new TreeMap<String, TreeSet<String>>();
        for (Basis basis : all) {
            rows.computeIfAbsent(basis.table(), table -> new TreeSet<>()).add(basis.row());
            sources.computeIfAbsent(basis.table(), table -> new TreeSet<>()).add(basis.source());
        }
        var table = new Grid(
                "sources-table",
                wording.text("definitions.sources.caption"),
                List.of(wording.text("column.table"), wording.text("column.rows"), wording.text("column.source")));
        rows.forEach((name, keys) -> table.row(
                name, Numbers.count(keys.size()), String.join("; ", sources.getOrDefault(name, new TreeSet<>()))));
        table.write(html);
    }
}
