package org.tsunagu.app.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.reporting.GapList;
import org.tsunagu.app.reporting.GapList.Line;
import org.tsunagu.app.reporting.GapList.Query;
import org.tsunagu.app.reporting.Report;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.app.reporting.Totals;
import org.tsunagu.app.ui.Asked;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.rates.Rate;

/// What is missing before a report goes out, person by person (提出前の確認).
@Controller
public class GapController {

    private static final int PAGE_SIZE = 50;

    private final Reports reports;
    private final Totals totals;
    private final GapList gaps;
    private final Audit audit;

    GapController(Reports reports, Totals totals, GapList gaps, Audit audit) {
        this.reports = reports;
        this.totals = totals;
        this.gaps = gaps;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param counts how many there are of each kind
    /// @param rates of everybody, by indicator
    public record Content(
            Report report,
            Asked query,
            List<Row> kinds,
            Map<String, Integer> counts,
            int total,
            List<Line> lines,
            Map<String, Rate> rates) {

        /// How many pages there are.
        public int pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }

        /// The row of a kind.
        public Row kind(String key) {
            return kinds.stream()
                    .filter(row -> row.key().equals(key))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }

        /// Address of this list narrowed in another way.
        public String address(Asked other) {
            return other.at(path(report.year().year()));
        }
    }

    private static String path(int year) {
        return "/reports/%d/gaps".formatted(year);
    }

    private Report report(int year) {
        return reports.current(new FiscalYear(year)).orElseThrow(NotFound::new);
    }

    @GetMapping("/reports/{year:20[0-9]{2}}/gaps")
    View list(@PathVariable int year, @RequestParam Map<String, String> parameters) {
        var report = report(year);
        var query = Query.of(parameters);
        var lines = gaps.list(report.id(), query, (query.asked().page() - 1) * PAGE_SIZE, PAGE_SIZE);
        audit.note(lines.stream()
                .map(Line::memberId)
                .filter(member -> member != 0)
                .distinct()
                .map(member -> Look.listed(member, "report", "/reports/gaps"))
                .toList());
        return Page.of(
                "reporting/gaps",
                new Content(
                        report,
                        query.asked(),
                        gaps.kinds(),
                        gaps.counts(report.id()),
                        gaps.count(report.id(), query),
                        lines,
                        totals.all(report.id())));
    }

    /// What stands in the column of details.
    public static String detail(Line line, Language language) {
        var texts = Texts.in(language);
        var reasons = ReasonTexts.in(language.locale());
        return line.detail().stream()
                .map(code -> switch (line.gap()) {
                    case "INCOMPLETE" -> reasons.group(code);
                    case "UNDETERMINED", "METABO_UNDETERMINED" -> reasons.variable(code);
                    case "GUIDANCE_UNFINISHED", "NOT_GUIDED" ->
                        Guidance.nameOf(
                                CourseState.valueOf(code), line.examDate().orElseThrow(), language.locale());
                    case "GUIDANCE_LEFT_OUT" -> ReportedDetail.of(code, language);
                    default -> texts.text("reporting.detail." + code);
                })
                .collect(Collectors.joining(texts.text("ui.separator")));
    }

    /// The list as CSV, row by row. Whoever takes it out says what for.
    @PostMapping("/reports/{year:20[0-9]{2}}/gaps/export")
    void export(@PathVariable int year, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var report = report(year);
        var query = Query.of(parameters);
        var purpose =
                Purpose.stated(parameters.getOrDefault("purpose", ""), parameters.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect(query.asked().at(path(year), "reporting.problem.purpose"));
            return;
        }
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "report",
                        0,
                        purpose.get(),
                        Look.OWN_WORK,
                        "/reports/gaps",
                        "%d gaps of fiscal year %d, %s"
                                .formatted(
                                        gaps.count(report.id(), query),
                                        year,
                                        query.asked().parameters())),
                gaps.people(report.id(), query));
        var rates = totals.all(report.id());
        try (var out = Csv.download(response, "gaps-%d.csv".formatted(year))) {
            out.write("gap,name_ja,member_id,name,kana,employer,exam_date,facility,entry,detail,indicator,points\r\n");
            gaps.each(report.id(), query, line -> write(out, line, rates));
        }
    }

    private void write(Writer out, Line line, Map<String, Rate> rates) {
        try {
            out.write(Csv.line(List.of(
                    line.gap(),
                    gaps.kinds().stream()
                            .filter(row -> row.key().equals(line.gap()))
                            .map(row -> row.text("name_ja"))
                            .findFirst()
                            .orElse(""),
                    line.memberId() == 0 ? "" : Long.toString(line.memberId()),
                    line.name(),
                    line.kana(),
                    line.employer(),
                    line.examDate().map(LocalDate::toString).orElse(""),
                    line.facility(),
                    line.entry(),
                    detail(line, Language.JAPANESE),
                    line.indicator(),
                    line.points(rates).map(points -> points.toPlainString()).orElse(""))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
