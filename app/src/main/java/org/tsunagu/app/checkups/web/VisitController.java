package org.tsunagu.app.checkups.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.VisitAdvice;
import org.tsunagu.app.checkups.VisitAdvices;
import org.tsunagu.app.checkups.VisitAdvices.Query;
import org.tsunagu.app.checkups.VisitAdvices.Total;
import org.tsunagu.app.ui.Asked;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.ReasonTexts;

/// Who should see a doctor, by value and by years without treatment (受診勧奨の一覧).
@Controller
public class VisitController {

    private static final int PAGE_SIZE = 50;
    private static final int YEARS = 5;

    private final VisitAdvices advices;
    private final Audit audit;
    private final Clock clock;

    VisitController(VisitAdvices advices, Audit audit, Clock clock) {
        this.advices = advices;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param variables the values there are, with how many people each
    public record Content(
            Asked query, List<VisitAdvice> advices, Total total, Map<String, Integer> variables, LocalDate today) {

        /// How many pages there are.
        public int pages() {
            return Math.max(1, (total.values() + PAGE_SIZE - 1) / PAGE_SIZE);
        }

        /// The fiscal years to choose from.
        public List<Integer> years() {
            var now = FiscalYear.containing(today).year();
            return java.util.stream.IntStream.range(0, YEARS)
                    .mapToObj(back -> now - back)
                    .toList();
        }
    }

    @GetMapping("/checkups/visits")
    View list(@RequestParam Map<String, String> parameters) {
        var query = Query.of(parameters);
        var shown = advices.list(query, (query.asked().page() - 1) * PAGE_SIZE, PAGE_SIZE);
        audit.note(shown.stream()
                .map(VisitAdvice::memberId)
                .distinct()
                .map(member -> Look.listed(member, "checkup", "/checkups/visits"))
                .toList());
        return Page.of(
                "checkups/visits",
                new Content(query.asked(), shown, advices.count(query), advices.variables(), LocalDate.now(clock)));
    }

    /// The list as CSV, row by row. Whoever takes it out says what for.
    @PostMapping("/checkups/visits/export")
    void export(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        var query = Query.of(parameters);
        var purpose =
                Purpose.stated(parameters.getOrDefault("purpose", ""), parameters.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect(query.asked().at(VisitAdvices.ADDRESS, "checkups.visits.problem.purpose"));
            return;
        }
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "checkup",
                        0,
                        purpose.get(),
                        Look.OWN_WORK,
                        "/checkups/visits",
                        "%d values, %s"
                                .formatted(
                                        advices.count(query).values(),
                                        query.asked().parameters())),
                advices.people(query));
        try (var out = Csv.download(response, "visits.csv")) {
            out.write("member_id,name,kana,item,value,exam_date,treated,untreated_years,years,reason,certainty\r\n");
            advices.each(query, advice -> write(out, advice));
        }
    }

    private static void write(Writer out, VisitAdvice advice) {
        var texts = ReasonTexts.in(Locale.JAPANESE);
        try {
            out.write(Csv.line(List.of(
                    Long.toString(advice.memberId()),
                    advice.name(),
                    advice.kana(),
                    texts.variable(advice.variable()),
                    advice.shown(),
                    advice.examDate().toString(),
                    advice.treatment().name(),
                    Integer.toString(advice.years()),
                    advice.history().stream()
                            .map(year -> "%d: %s (%s)".formatted(year.fiscalYear(), year.shown(), year.treatment()))
                            .collect(Collectors.joining(" / ")),
                    advice.reasons().stream().map(texts::text).collect(Collectors.joining(" / ")),
                    advice.certainty().name().toLowerCase(Locale.ROOT))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
