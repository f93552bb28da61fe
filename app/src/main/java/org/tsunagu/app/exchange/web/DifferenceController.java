package org.tsunagu.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.tsunagu.app.exchange.Employers;
import org.tsunagu.app.exchange.gap.EmployerGaps;
import org.tsunagu.app.exchange.gap.GapPerson;
import org.tsunagu.app.exchange.gap.ItemDifferences;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.replacement.Replacement.Gap;
import org.tsunagu.rules.replacement.Replacement.Holder;

/// What employers' checkups lack (事業主ごとの不足項目の画面).
@Controller
public class DifferenceController {

    private static final String PLACE = "/requests/difference";
    private static final List<String> HEADINGS = List.of(
            "employer",
            "symbol",
            "number",
            "branch",
            "name",
            "kana",
            "birth_date",
            "exam_date",
            "counts",
            "missing",
            "ask_employer",
            "ask_member");

    private final ItemDifferences differences;
    private final Employers employers;
    private final Audit audit;
    private final Clock clock;

    DifferenceController(ItemDifferences differences, Employers employers, Audit audit, Clock clock) {
        this.differences = differences;
        this.employers = employers;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record ListContent(FiscalYear year, List<EmployerGaps> employers) {}

    /// What the page shows (画面の内容).
    public record Content(FiscalYear year, EmployerGaps gaps, List<GapPerson> lacking) {}

    private FiscalYear year(int typed) {
        return typed == 0 ? FiscalYear.containing(LocalDate.now(clock)) : new FiscalYear(typed);
    }

    @GetMapping(PLACE)
    View all(@RequestParam(defaultValue = "0") int year) {
        return Page.of("exchange/differences", new ListContent(year(year), differences.all(year(year))));
    }

    private EmployerGaps gaps(long id, FiscalYear year) {
        return differences.of(employers.find(id).orElseThrow(NotFound::new), year);
    }

    @GetMapping(PLACE + "/{id:[0-9]{1,18}}")
    View one(@PathVariable long id, @RequestParam(defaultValue = "0") int year) {
        var gaps = gaps(id, year(year));
        var lacking = gaps.people().stream().filter(GapPerson::lacks).toList();
        note(Look.Kind.LIST, "work", id, lacking);
        return Page.of("exchange/difference", new Content(year(year), gaps, lacking));
    }

    private void note(Look.Kind kind, String purpose, long id, List<GapPerson> people) {
        audit.note(
                new Look(kind, "checkup", 0, purpose, Look.OWN_WORK, PLACE, "employer %d".formatted(id)),
                people.stream().map(one -> one.member().id().value()).toList());
    }

    @PostMapping(PLACE + "/{id:[0-9]{1,18}}/export")
    void export(
            @PathVariable long id,
            @RequestParam int year,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        var gaps = gaps(id, year(year));
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("%s/%d?year=%d&notice=exchange.problem.purpose".formatted(PLACE, id, year));
            return;
        }
        note(Look.Kind.EXPORT, purpose.get(), id, gaps.people());
        try (var out = Csv.download(response, "difference-%d.csv".formatted(id))) {
            out.write(Csv.line(HEADINGS));
            for (var person : gaps.people()) {
                out.write(Csv.line(cells(gaps, person)));
            }
        }
    }

    private static List<String> cells(EmployerGaps gaps, GapPerson person) {
        var member = person.member();
        var missing = person.comparison().map(one -> one.gaps()).orElse(List.of());
        return List.of(
                gaps.employer().shown(),
                member.number().symbol(),
                member.number().number(),
                member.number().branch(),
                member.name(),
                member.kana(),
                member.birth().toString(),
                person.checkup().map(one -> one.examDate().toString()).orElse(""),
                person.checkup().isPresent() ? Boolean.toString(person.counts()) : "",
                names(missing),
                names(missing.stream()
                        .filter(gap -> gap.mayAsk() && gap.holder() == Holder.EMPLOYER)
                        .toList()),
                names(missing.stream()
                        .filter(gap -> gap.mayAsk() && gap.holder() == Holder.MEMBER)
                        .toList()));
    }

    private static String names(List<Gap> gaps) {
        return gaps.stream().map(gap -> gap.name(Locale.JAPANESE)).collect(Collectors.joining(" / "));
    }
}
