package org.tsunagu.app.reporting;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.time.Dates;

/// Turns a result as received into one of the report (法定報告用の健診結果): report category, programme and main section of the
/// report, day and insurer; the results stay as they are.
final class ReportDocuments {

    private static final Field PROGRAMME = Field.of(ReportRules.value("PROGRAMME"));
    private static final String SECTION = ReportRules.value("SECTION");
    private static final Set<String> MAIN_SECTIONS = new HashSet<>(ReportRules.values("SECTION-FROM-"));

    private final ReportHeader header;

    /// @param insurer number of eight digits
    ReportDocuments(LocalDate day, String insurer) {
        this.header = new ReportHeader(Field.of(Dates.compact(day)), Field.of(insurer), PROGRAMME);
    }

    /// The document for the report.
    ///
    /// @param rechecks what the insurer found out about drugs since (保険者再確認), by item
    CheckupDocument of(CheckupDocument document, Map<String, String> rechecks) {
        var observations = Stream.concat(
                        document.observations().stream()
                                .filter(one -> !rechecks.containsKey(one.code()))
                                .map(one -> MAIN_SECTIONS.contains(one.section()) ? moved(one) : one),
                        rechecks.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(ReportDocuments::recheck))
                .toList();
        var sections = document.sections().stream()
                .map(code -> MAIN_SECTIONS.contains(code.text()) ? SECTION : code.text())
                .distinct()
                .map(Field::of)
                .toList();
        return new CheckupDocument(
                header.of(document.header(), document.header().examDate()), sections, List.copyOf(observations));
    }

    private static Observation recheck(Map.Entry<String, String> found) {
        var item = Items.shipped().find(found.getKey()).orElseThrow();
        return new Observation(
                SECTION,
                item.code(),
                item,
                0,
                "",
                false,
                List.of(new WrittenValue("CD", found.getValue(), "", item.codeSystem(), "")),
                "",
                "",
                null,
                "",
                0,
                0);
    }

    private static Observation moved(Observation one) {
        return new Observation(
                SECTION,
                one.code(),
                one.item(),
                one.group(),
                one.relation(),
                one.negated(),
                one.values(),
                one.method(),
                one.interpretation(),
                one.range(),
                one.doctorName(),
                one.line(),
                one.column());
    }
}
