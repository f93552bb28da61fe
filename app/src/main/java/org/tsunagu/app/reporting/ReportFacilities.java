package org.tsunagu.app.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceAct.Length;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.GuidanceItems;

/// Who did what in a course, as the report asks for it (指導機関情報): one act for each facility and content.
/// How it is written is in no sample, see `FACILITY_SECTION` in `reports.tsv`.
final class ReportFacilities {

    private static final String SECTION = ReportRules.value("FACILITY_SECTION");
    private static final String CONTENT = "FACILITY_CONTENT-";
    private static final int MOST = ReportRules.row("MOST_FACILITIES").integer("value");
    private static final List<String> HELD = List.of(
            GuidanceSection.FIRST_PART,
            GuidanceSection.FIRST,
            GuidanceSection.SUPPORT,
            GuidanceSection.INTERIM,
            GuidanceSection.FINAL);
    private static final String TEXT = "ST";
    private static final String CODE = "CD";

    private ReportFacilities() {}

    private record Did(Organization facility, String content) {}

    static GuidanceSection of(List<GuidanceDocument> documents) {
        var did = new LinkedHashMap<Did, Map<String, Integer>>();
        var isSplit = documents.stream().anyMatch(one -> one.has(GuidanceSection.FIRST_PART));
        for (var section : HELD) {
            var content =
                    ReportRules.value(CONTENT + (isSplit && section.equals(GuidanceSection.FIRST) ? "SPLIT" : section));
            documents.stream()
                    .flatMap(one -> one.acts(section))
                    .filter(act -> act.mood().equals(MergedGuidance.DONE) && act.isSession())
                    .filter(act -> !act.facility().number().isEmpty())
                    .forEach(act -> did.computeIfAbsent(new Did(plain(act), content), none -> new LinkedHashMap<>())
                            .merge(act.form().text(), 1, Integer::sum));
        }
        var acts = new ArrayList<GuidanceAct>();
        did.entrySet().stream().limit(MOST).forEach(one -> acts.add(act(one.getKey(), main(one.getValue()))));
        return new GuidanceSection(Field.of(SECTION), List.copyOf(acts));
    }

    /// Without the places in the file, which differ from document to document.
    private static Organization plain(GuidanceAct act) {
        return new Organization(
                Field.of(act.facility().number().text()),
                Field.of(act.facility().name().text()),
                Organization.ABSENT.telecom(),
                Organization.ABSENT.address());
    }

    private static String main(Map<String, Integer> forms) {
        return forms.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static GuidanceAct act(Did did, String form) {
        var results = new ArrayList<GuidanceResult>();
        add(results, "facility_number", TEXT, did.facility().number().text());
        add(results, "facility_name", TEXT, did.facility().name().text());
        add(results, "facility_form", CODE, form);
        add(results, "facility_content", CODE, did.content());
        return new GuidanceAct(
                MergedGuidance.DONE,
                Field.ABSENT,
                "",
                Field.ABSENT,
                Length.NONE,
                Field.ABSENT,
                "",
                Organization.ABSENT,
                List.copyOf(results),
                1,
                1);
    }

    private static void add(List<GuidanceResult> results, String role, String type, String text) {
        if (text.isEmpty()) {
            return;
        }
        var item = GuidanceItems.shipped().get(SECTION, "", role);
        var value = new WrittenValue(type, text, "", item.codeSystem(), "");
        results.add(new GuidanceResult(item.code(), MergedGuidance.DONE, false, Length.NONE, List.of(value), 1, 1));
    }
}
