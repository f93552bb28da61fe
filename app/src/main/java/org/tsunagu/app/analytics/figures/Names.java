package org.tsunagu.app.analytics.figures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tsunagu.app.lists.Definitions;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.claimsformat.disease.DiseaseClasses;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.claimsformat.disease.LifestyleDiseases;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.band.Bands;
import org.tsunagu.rules.value.VariableTable;

/// What the values of strata and dimensions are called (区分の名称): codes are for the mart, names for people.
public final class Names {

    private static final Map<String, Row> TESTS = Bands.table(List.of()).rows().stream()
            .collect(Collectors.toMap(
                    row -> row.text("item").toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> b));
    private static final VariableTable VARIABLES = new VariableTable(List.of());

    private static final Map<String, Group> LIFESTYLE = new LifestyleDiseases(List.of()).byCode();
    private static final Map<String, Group> CLASSES =
            DiseaseClasses.of121(List.of()).byCode();

    private Names() {}

    /// The name of a value of a stratum or dimension.
    public static String of(Language language, String stratum, String value) {
        var texts = Texts.in(language);
        if (value.isEmpty()) {
            return texts.text(stratum.equals("provider") ? "analytics.own_staff" : "analytics.unknown");
        }
        return switch (stratum) {
            case "sex", "level", "kind" -> texts.text("analytics." + stratum + "." + value);
            case "month" -> texts.text("analytics.month", "month", value);
            case "variable" -> test(language, value);
            case "list" -> Definitions.name(value, language == Language.JAPANESE);
            case "lifestyle14" -> disease(language, LIFESTYLE, value);
            case "class121" -> disease(language, CLASSES, value);
            default -> value;
        };
    }

    /// A test with its unit: each has one of its own.
    private static String test(Language language, String value) {
        var row = TESTS.get(value);
        if (row == null) {
            return value;
        }
        var name = language == Language.ENGLISH
                ? VARIABLES.row(row.text("variable")).text("name_en")
                : row.text("name_ja");
        return "%s (%s)".formatted(name, row.text("unit"));
    }

    private static String disease(Language language, Map<String, Group> groups, String code) {
        var group = groups.get(code);
        return group == null ? code : group.name(language.locale());
    }
}
