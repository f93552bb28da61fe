package org.tsunagu.app.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.settlement.Claims;
import org.tsunagu.app.settlement.FacilityClaim;
import org.tsunagu.app.settlement.Payment;
import org.tsunagu.app.settlement.PaymentSheet;
import org.tsunagu.app.settlement.Payments;
import org.tsunagu.app.settlement.Totals;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// What is paid in a month (月次の支払い): totals by facility, closing, the list of payments.
@Controller
public class MonthController {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Payments payments;
    private final Claims claims;
    private final Audit audit;
    private final Clock clock;

    MonthController(Payments payments, Claims claims, Audit audit, Clock clock) {
        this.payments = payments;
        this.claims = claims;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param states how many claims there are of each state
    /// @param mayClose whether the month is open and has begun
    public record Content(
            Payments.Month month,
            List<Payment> lines,
            Totals totals,
            Map<FacilityClaim.State, Integer> states,
            boolean mayClose) {}

    @GetMapping("/settlement")
    View month(@RequestParam(defaultValue = "") String month) {
        var shown = read(month);
        var lines = payments.in(shown);
        audit.note(lines.stream()
                .map(Payment::memberId)
                .distinct()
                .map(member -> Look.listed(member, "settlement", "/settlement"))
                .toList());
        var state = payments.month(shown);
        var hasBegun = !shown.isAfter(YearMonth.from(LocalDate.now(clock)));
        return Page.of(
                "settlement/month",
                new Content(
                        state,
                        lines,
                        Totals.of(lines),
                        claims.counts(),
                        hasBegun && state.closedAt().isEmpty()));
    }

    private YearMonth read(String month) {
        try {
            return month.isEmpty() ? YearMonth.from(LocalDate.now(clock)) : YearMonth.parse(month);
        } catch (DateTimeException noMonth) {
            throw new NotFound();
        }
    }

    /// Closes a month; whoever does it has seen how many lines and yen it has.
    @PostMapping("/settlement/close")
    View close(@RequestParam String month, @RequestParam int lines, @RequestParam long yen) {
        var shown = read(month);
        var isClosed = payments.close(shown, lines, yen);
        return new RedirectView("/settlement?month=%s&notice=%s"
                .formatted(shown, isClosed ? "settlement.closed" : "settlement.problem.changed"));
    }

    /// The payments of a month as CSV or workbook. Whoever takes them out says what for.
    @PostMapping("/settlement/export")
    void export(@RequestParam Map<String, String> fields, HttpServletResponse response) throws IOException {
        var month = read(fields.getOrDefault("month", ""));
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/settlement?month=%s&notice=settlement.problem.purpose".formatted(month));
            return;
        }
        var lines = payments.in(month);
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "settlement",
                        0,
                        purpose.get(),
                        Look.OWN_WORK,
                        "/settlement/export",
                        "%d lines of %s".formatted(lines.size(), month)),
                lines.stream().map(Payment::memberId).distinct().toList());
        if (fields.getOrDefault("format", "").equals("xlsx")) {
            response.setContentType(EXCEL);
            response.setHeader("Content-Disposition", "attachment; filename=\"settlement-%s.xlsx\"".formatted(month));
            response.setHeader("Cache-Control", "no-store");
            PaymentSheet.write(month, lines, response.getOutputStream());
            return;
        }
        try (var out = Csv.download(response, "settlement-%s.csv".formatted(month))) {
            out.write(Csv.line(PaymentSheet.COLUMNS));
            for (var line : lines) {
                out.write(csv(line));
            }
        }
    }

    /// Yen stay numbers: the sign of a line that takes back is no formula.
    private static String csv(Payment line) {
        var cells = PaymentSheet.cells(line);
        var last = cells.size() - 1;
        return Csv.line(cells.subList(0, last)).stripTrailing() + "," + cells.get(last) + "\r\n";
    }
}
