package org.tsunagu.synthetic.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.draw.Weighted;

/// Parts of names put together at random (人工の氏名), `names.tsv`. No real person is described.
final class Names {
    private final Map<String, Weighted<Row>> parts;
    private final double olderFrom;
    private final double middleFrom;

    Names(Assumptions assumptions) {
        var rows = Table.read("people/names", Names.class.getResourceAsStream("names.tsv"))
                .rows();
        this.parts =
                rows.stream()
                        .collect(Collectors.groupingBy(row -> key(row.text("kind"), row.text("cohort"))))
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> weighted(entry.getValue())));
        this.olderFrom = assumptions.get("older_from");
        this.middleFrom = assumptions.get("middle_from");
    }

    private static Weighted<Row> weighted(List<Row> rows) {
        return Weighted.of(rows, row -> row.integer("weight"));
    }

    private static String key(String kind, String cohort) {
        return kind + "/" + cohort;
    }

    PersonName surname(Draw draw) {
        return draw(key("surname", ""), draw);
    }

    /// A given name as people of this sex and age bear it.
    PersonName given(Sex sex, int age, Draw draw) {
        var cohort = age >= olderFrom ? "older" : age >= middleFrom ? "middle" : "young";
        return draw(key(sex == Sex.MALE ? "given_male" : "given_female", cohort), draw);
    }

    private PersonName draw(String key, Draw draw) {
        var choices = parts.get(key);
        if (choices == null) {
            throw new IllegalArgumentException("names.tsv has no %s, only %s".formatted(key, parts.keySet()));
        }
        var row = choices.at(draw.uniform());
        return new PersonName(row.text("kanji"), row.text("kana"));
    }
}
