package org.tsunagu.checkupformat.problems;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Whether the sections and items are there that a document must have (必須セクション・必須項目): CHK-GUI-001, 002, by
/// `guidance-sections.tsv` and the requirement columns of `guidance-items.tsv`.
///
/// Demanded is what the table calls required, and of a split interview its first part without the note; never what
/// depends on a contract, nor anything of continuous support and interim evaluation, whose columns are in doubt. Staff
/// is the business of CHK-GUI-009.
final class GuidanceRequired {

    private static final Table SECTIONS = Table.read(
            "problems/guidance-sections", GuidanceRequired.class.getResourceAsStream("guidance-sections.tsv"));
    private static final Set<String> DOUBTFUL =
            Set.of(GuidanceSection.SUPPORT, GuidanceSection.INTERIM, GuidanceSection.FACILITIES);
    private static final String REQUIRED = "required";
    private static final String WHEN_SPLIT = "required_when_split";
    private static final String NOTE = "note";
    private static final List<String> LEVELS = List.of("active", "motivational", "equivalent");

    private final Map<String, List<GuidanceItem>> needs = new HashMap<>();
    private final GuidanceItem attempts = GuidanceItems.shipped().get(GuidanceSection.FINAL, Guidance.DONE, "attempts");

    GuidanceRequired() {
        for (var document : List.of("first", "second", "report")) {
            for (var i = 0; i < LEVELS.size(); i++) {
                var level = LEVELS.get(i);
                needs.put(key(document, String.valueOf(i + 1)), needed(item -> item.requirement(document, level)));
            }
            needs.put(
                    key(document, ""),
                    needed(item -> LEVELS.stream()
                                            .map(level -> item.requirement(document, level))
                                            .distinct()
                                            .count()
                                    == 1
                            ? item.requirement(document, LEVELS.getFirst())
                            : ""));
        }
    }

    private static String key(String document, String level) {
        return document + "/" + level;
    }

    private static List<GuidanceItem> needed(Function<GuidanceItem, String> requirement) {
        return GuidanceItems.shipped().all().stream()
                .filter(item -> !DOUBTFUL.contains(item.section()))
                .filter(item -> item.carrier() != GuidanceItem.Carrier.STAFF)
                .filter(item -> requirement.apply(item).equals(REQUIRED)
                        || (requirement.apply(item).equals(WHEN_SPLIT)
                                && !item.role().equals(NOTE)))
                .toList();
    }

    void check(Guidance guidance) {
        var missing = sections(guidance);
        var document = document(guidance.category());
        if (document.isEmpty()) {
            return;
        }
        for (var item : needs.getOrDefault(key(document, guidance.level()), List.of())) {
            var section = item.section();
            var isAsked = guidance.document().has(section) || isAskedAnyway(section, document, missing);
            if (isAsked && !isExcused(item, guidance) && !isThere(item, guidance)) {
                report(item, guidance);
            }
        }
    }

    private static String document(String category) {
        return switch (category) {
            case "21" -> "first";
            case "22" -> "second";
            case "30" -> "report";
            default -> "";
        };
    }

    /// A section that is missing altogether was reported; the report to the state has the parts that took place.
    private static boolean isAskedAnyway(String section, String document, Set<String> missing) {
        var mayBeAbsent = section.equals(GuidanceSection.FIRST_PART)
                || missing.contains(section)
                || (document.equals("report")
                        && (section.equals(GuidanceSection.FINAL) || section.equals(GuidanceSection.TOTALS)));
        return !mayBeAbsent;
    }

    private static Set<String> sections(Guidance guidance) {
        var missing = new HashSet<String>();
        for (var row : SECTIONS.rows()) {
            var concerns = row.text("category").equals(guidance.category())
                    && (row.text("level").isEmpty() || row.text("level").equals(guidance.level()));
            if (concerns && anyOf(row).noneMatch(guidance.document()::has)) {
                anyOf(row).forEach(missing::add);
                var expected = String.join(", ", anyOf(row).toList());
                guidance.findings()
                        .field(
                                "CHK-GUI-002",
                                guidance.subject().header().category(),
                                "actual",
                                guidance.category(),
                                "expected",
                                expected);
            }
        }
        return missing;
    }

    private static Stream<String> anyOf(Row row) {
        return Stream.of(row.text("sections").split(" "));
    }

    /// When the person could not be evaluated in spite of several attempts, there is nothing measured or reached.
    private boolean isExcused(GuidanceItem item, Guidance guidance) {
        if (!item.section().equals(GuidanceSection.FINAL) || item.carrier() != GuidanceItem.Carrier.VALUE) {
            return false;
        }
        var tried = guidance.find(attempts);
        var number = tried == null ? null : tried.number();
        return number != null && number.signum() > 0;
    }

    private static boolean isThere(GuidanceItem item, Guidance guidance) {
        return switch (item.carrier()) {
            case VALUE -> {
                var result = guidance.find(item);
                yield result != null && (result.negated() || !result.values().isEmpty());
            }
            case MINUTES -> {
                var result = guidance.find(item);
                yield (result != null && !result.isBlank()) || anyAct(item, guidance, Part.LENGTH);
            }
            case DATE -> anyAct(item, guidance, Part.DATE);
            case FORM -> anyAct(item, guidance, Part.FORM);
            case STAFF -> true;
        };
    }

    /// A part of an act (実施単位の記録).
    private enum Part {
        DATE,
        FORM,
        LENGTH
    }

    private static boolean anyAct(GuidanceItem item, Guidance guidance, Part part) {
        for (var section : guidance.document().sections()) {
            for (var act : section.acts()) {
                var isHere = section.code().text().equals(item.section())
                        && act.mood().equals(item.actMood());
                var isEmpty = switch (part) {
                    case DATE -> act.date().isEmpty();
                    case FORM -> act.form().isEmpty();
                    case LENGTH -> act.length().isEmpty();
                };
                if (isHere && !isEmpty) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void report(GuidanceItem item, Guidance guidance) {
        var act = guidance.document()
                .acts(item.section())
                .filter(one -> one.mood().equals(item.actMood()))
                .findFirst();
        if (act.isPresent()) {
            guidance.report("CHK-GUI-001", item, act.get());
        } else {
            guidance.findings().missing("CHK-GUI-001", item.code());
        }
    }
}
