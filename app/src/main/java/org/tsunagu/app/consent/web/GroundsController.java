package org.tsunagu.app.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.consent.Disaster;
import org.tsunagu.app.consent.Disasters;
import org.tsunagu.app.consent.Parameters;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.rules.legal.Answer;
import org.tsunagu.rules.legal.Ground;
import org.tsunagu.rules.legal.LegalTables;
import org.tsunagu.rules.legal.Matrix;

/// The legal grounds (情報提供の根拠): the comparison before and after the change of the law, every row, and an answer to who
/// may ask whom for what.
@Controller
public class GroundsController {

    private final Parameters parameters;
    private final Disasters disasters;
    private final Clock clock;

    GroundsController(Parameters parameters, Disasters disasters, Clock clock) {
        this.parameters = parameters;
        this.disasters = disasters;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param matrix cells by line
    /// @param answer to what was asked; empty before
    /// @param open disasters open now
    public record Content(
            Map<String, List<Matrix.Cell>> matrix,
            List<Ground> grounds,
            List<Parameters.Chosen> parameters,
            List<Disaster> open,
            Typed form,
            Optional<Answer> answer,
            LocalDate today) {}

    @GetMapping("/grounds")
    View grounds(@RequestParam Map<String, String> fields) {
        var form = AskForm.read(fields, clock);
        var asked = fields.containsKey("requester");
        var answer = asked && !form.isRefused()
                ? Optional.of(parameters.current().ask(AskForm.question(form)))
                : Optional.<Answer>empty();
        var content = new Content(
                matrix(),
                parameters.current().all(),
                parameters.all(),
                disasters.openNow(),
                asked ? form : AskForm.fresh(clock),
                answer,
                LocalDate.now(clock));
        return form.isRefused() && asked ? Page.refused("consent/grounds", content) : Page.of("consent/grounds", content);
    }

    private Map<String, List<Matrix.Cell>> matrix() {
        return Matrix.cells(parameters.current()).stream()
                .collect(Collectors.groupingBy(Matrix.Cell::line, LinkedHashMap::new, Collectors.toList()));
    }

    /// One row with its law, certainty and source.
    public record OneContent(Ground ground, LocalDate today) {}

    @GetMapping("/grounds/{row:[A-Z][0-9]+}")
    View ground(@PathVariable String row) {
        var ground = parameters.current().all().stream()
                .filter(one -> one.key().equals(row))
                .findFirst()
                .orElseThrow(NotFound::new);
        return Page.of("consent/ground", new OneContent(ground, LocalDate.now(clock)));
    }

    @PostMapping("/grounds/parameters")
    View choose(@RequestParam String name, @RequestParam String value) {
        var isChoice = LegalTables.row(LegalTables.shipped().parameters(), name)
                .filter(row -> List.of(row.text("choices").split(",")).contains(value))
                .isPresent();
        if (!isChoice) {
            throw new NotFound();
        }
        parameters.choose(name, value);
        return new RedirectView("/grounds?notice=consent.parameter.saved");
    }
}
