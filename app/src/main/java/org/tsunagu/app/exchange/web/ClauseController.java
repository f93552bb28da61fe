package org.tsunagu.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.exchange.Employers;
import org.tsunagu.app.exchange.Requests;
import org.tsunagu.app.exchange.contract.Clause;
import org.tsunagu.app.exchange.contract.Clauses;
import org.tsunagu.app.exchange.contract.Papers;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.app.ui.TypedDate;

/// Contracts by which institutions deliver directly, and the papers for it (直接提供の条項と文書のひな形).
@Controller
public class ClauseController {

    private static final int SHOWN = 100;
    private static final int LONGEST = 200;
    private static final List<String> FIELDS = List.of("facility", "name", "employer", "from", "to", "note");

    private final Clauses clauses;
    private final Employers employers;
    private final Requests requests;
    private final Papers papers;

    ClauseController(Clauses clauses, Employers employers, Requests requests, Papers papers) {
        this.clauses = clauses;
        this.employers = employers;
        this.requests = requests;
        this.papers = papers;
    }

    /// What the page shows (画面の内容).
    public record Content(
            List<Clause> clauses,
            List<Clauses.Unregistered> unregistered,
            List<Employers.Staffed> employers,
            Typed form) {}

    @GetMapping("/requests/clauses")
    View list() {
        return Page.of("exchange/clauses", content(Typed.fresh(Map.of())));
    }

    private Content content(Typed form) {
        return new Content(clauses.all(), clauses.unregistered(SHOWN), employers.all(), form);
    }

    @PostMapping("/requests/clauses")
    View add(@RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        form.require(form.of("facility").matches("[0-9]{10}"), "facility", "exchange.problem.facility");
        form.require(
                !form.of("name").isEmpty() && form.of("name").length() <= LONGEST, "name", "exchange.problem.name");
        form.require(form.of("note").length() <= LONGEST, "note", "exchange.problem.long");
        var from = form.dayNeeded("from");
        var to = form.day("to");
        form.require(from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()), "to", "exchange.problem.order");
        var employer = form.of("employer").matches("[0-9]{1,18}") ? Long.parseLong(form.of("employer")) : 0;
        if (employer != 0 && employers.find(employer).isEmpty()) {
            throw new NotFound();
        }
        if (form.isRefused()) {
            return Page.refused("exchange/clauses", content(form));
        }
        clauses.add(new Clause(
                0, form.of("facility"), form.of("name"), employer, "", from.orElseThrow(), to, form.of("note")));
        return new RedirectView("/requests/clauses?notice=exchange.clauses.saved");
    }

    @PostMapping("/requests/clauses/{id:[0-9]{1,18}}/end")
    View end(@PathVariable long id, @RequestParam String last) {
        var day = TypedDate.read(last);
        var isEnded = day.isPresent() && clauses.end(id, day.get());
        return new RedirectView(
                "/requests/clauses?notice=" + (isEnded ? "exchange.clauses.ended" : "exchange.problem.order"));
    }

    @GetMapping("/requests/clauses/contract.{ending:pdf|odt}")
    void contract(@PathVariable String ending, HttpServletResponse response) throws IOException {
        var isPdf = ending.equals("pdf");
        begin(response, isPdf ? "application/pdf" : "application/vnd.oasis.opendocument.text", "contract." + ending);
        papers.contract(isPdf, response.getOutputStream());
    }

    @GetMapping("/requests/clauses/questionnaire.pdf")
    void blank(HttpServletResponse response) throws IOException {
        begin(response, "application/pdf", "questionnaire.pdf");
        papers.blank(response.getOutputStream());
    }

    /// Questionnaires with everything filled in that is known of the people asked for.
    @PostMapping("/requests/{id:[0-9]{1,18}}/questionnaires")
    void filled(@PathVariable long id, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var progress = requests.find(id).orElseThrow(NotFound::new);
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/requests/%d?notice=exchange.problem.purpose".formatted(id));
            return;
        }
        begin(response, "application/pdf", "questionnaires-%d.pdf".formatted(id));
        papers.filled(progress.request(), purpose.get(), response.getOutputStream());
    }

    private static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
        response.setHeader("Cache-Control", "no-store");
    }
}
