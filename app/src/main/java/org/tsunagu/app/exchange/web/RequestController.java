package org.tsunagu.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.exchange.Progress;
import org.tsunagu.app.exchange.Request.State;
import org.tsunagu.app.exchange.RequestLetters;
import org.tsunagu.app.exchange.Requests;
import org.tsunagu.app.exchange.upload.EmployerFiles;
import org.tsunagu.app.exchange.upload.Upload;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// Requests and what has come of them (提供依頼の一覧と明細).
@Controller
public class RequestController {

    private static final int SHOWN = 100;
    private static final int LONGEST = 400;
    private static final List<String> HEADINGS =
            List.of("symbol", "number", "branch", "name", "kana", "sex", "birth_date", "exam_date");
    private static final Map<String, State> STEPS = Map.of(
            "send", State.SENT,
            "remind", State.REMINDED,
            "refuse", State.REFUSED,
            "answer", State.ANSWERED,
            "close", State.CLOSED);

    private final Requests requests;
    private final RequestLetters letters;
    private final EmployerFiles uploads;
    private final Audit audit;
    private final Clock clock;

    RequestController(Requests requests, RequestLetters letters, EmployerFiles uploads, Audit audit, Clock clock) {
        this.requests = requests;
        this.uploads = uploads;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record ListContent(List<Progress> requests, LocalDate today) {}

    /// What the page shows (画面の内容).
    ///
    /// @param ground on which it stands or why on none, by language
    /// @param problem key of what was wrong; empty for nothing
    public record Content(
            Progress progress,
            List<Requests.Wanted> people,
            List<Requests.Past> past,
            List<Upload> files,
            Map<String, List<String>> ground,
            LocalDate today,
            String problem) {}

    @GetMapping("/requests")
    View list() {
        return Page.of("exchange/requests", new ListContent(requests.latest(SHOWN), LocalDate.now(clock)));
    }

    @GetMapping("/requests/{id:[0-9]{1,18}}")
    View one(@PathVariable long id) {
        var content = content(id, "");
        note(Look.Kind.LIST, "work", content);
        return Page.of("exchange/request", content);
    }

    private Content content(long id, String problem) {
        var progress = requests.find(id).orElseThrow(NotFound::new);
        var request = progress.request();
        return new Content(
                progress,
                requests.people(request),
                requests.past(id),
                uploads.of(id),
                Map.of("ja", requests.ground(request, Locale.JAPANESE), "en", requests.ground(request, Locale.ENGLISH)),
                LocalDate.now(clock),
                problem);
    }

    private void note(Look.Kind kind, String purpose, Content content) {
        var id = content.progress().request().id();
        audit.note(
                new Look(kind, "request", 0, purpose, Look.OWN_WORK, "/requests/" + id, "request " + id),
                content.people().stream().map(one -> one.member().id().value()).toList());
    }

    @PostMapping("/requests/{id:[0-9]{1,18}}/{step:send|remind|refuse|answer|close}")
    View step(
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note) {
        var words = note.strip();
        var next = java.util.Objects.requireNonNull(STEPS.get(step));
        if (words.length() > LONGEST || (next == State.REFUSED && words.isEmpty())) {
            return Page.refused("exchange/request", content(id, "exchange.problem.note"));
        }
        var outcome = requests.move(id, version, next, words);
        return outcome == Requests.Outcome.DONE
                ? new RedirectView("/requests/%d?notice=exchange.done.%s".formatted(id, next))
                : Page.refused("exchange/request", content(id, "exchange.problem." + outcome));
    }

    @PostMapping("/requests/{id:[0-9]{1,18}}/letter")
    void letter(@PathVariable long id, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var progress = requests.find(id).orElseThrow(NotFound::new);
        var state = progress.request().state();
        if (state != State.SENT && state != State.REMINDED) {
            throw new NotFound();
        }
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/requests/%d?notice=exchange.problem.purpose".formatted(id));
            return;
        }
        var problem = letters.problem(progress);
        if (problem.isPresent()) {
            response.sendRedirect("/requests/%d?notice=%s".formatted(id, problem.get()));
            return;
        }
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"request-%d.pdf\"".formatted(id));
        response.setHeader("Cache-Control", "no-store");
        letters.write(progress, purpose.get(), response.getOutputStream());
    }

    @PostMapping("/requests/{id:[0-9]{1,18}}/people")
    void people(@PathVariable long id, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var request = requests.find(id).orElseThrow(NotFound::new).request();
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/requests/%d?notice=exchange.problem.purpose".formatted(id));
            return;
        }
        if (request.state() == State.SENT || request.state() == State.REMINDED) {
            requests.again(request);
        }
        var content = content(id, "");
        note(Look.Kind.EXPORT, purpose.get(), content);
        try (var out = Csv.download(response, "request-%d.csv".formatted(id))) {
            out.write(Csv.line(HEADINGS));
            for (var one : content.people()) {
                out.write(Csv.line(cells(one)));
            }
        }
    }

    private static List<String> cells(Requests.Wanted one) {
        var member = one.member();
        return new ArrayList<>(List.of(
                member.number().symbol(),
                member.number().number(),
                member.number().branch(),
                member.name(),
                member.kana(),
                member.sex().code(),
                member.birth().toString(),
                one.arrived().map(LocalDate::toString).orElse("")));
    }
}
