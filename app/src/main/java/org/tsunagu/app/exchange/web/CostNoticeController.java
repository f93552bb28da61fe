package org.tsunagu.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.exchange.notice.CostNotices;
import org.tsunagu.app.ui.Page;

/// Notices of medical costs (医療費通知の画面).
@Controller
public class CostNoticeController {

    private static final int MONTHS = 12;

    private final CostNotices notices;
    private final Clock clock;

    CostNoticeController(CostNotices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param from and `to`: the months that are proposed
    public record Content(YearMonth from, YearMonth to) {}

    @GetMapping("/handover/costs")
    View form() {
        var last = YearMonth.now(clock).minusMonths(2);
        return Page.of("exchange/costs", new Content(last.minusMonths(MONTHS - 1), last));
    }

    @PostMapping("/handover/costs")
    void print(@RequestParam Map<String, String> fields, HttpServletResponse response) throws IOException {
        var from = month(fields.getOrDefault("from", ""));
        var to = month(fields.getOrDefault("to", ""));
        if (from.isEmpty()
                || to.isEmpty()
                || to.get().isBefore(from.get())
                || to.get().isAfter(from.get().plusMonths(MONTHS - 1))) {
            response.sendRedirect("/handover/costs?notice=exchange.problem.months");
            return;
        }
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/handover/costs?notice=exchange.problem.purpose");
            return;
        }
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"costs.pdf\"");
        response.setHeader("Cache-Control", "no-store");
        notices.write(from.get(), to.get(), purpose.get(), response.getOutputStream());
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return Optional.of(YearMonth.parse(typed.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
