package org.tsunagu.app.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Exits;
import org.tsunagu.app.settlement.FacilityClaim;
import org.tsunagu.app.settlement.ReturnFile;
import org.tsunagu.app.settlement.Returns;
import org.tsunagu.app.settlement.Service;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// Claims that go back to the payment agency (過誤返戻): what waits, the files made of it.
@Controller
public class ReturnController {

    private static final String EXIT = "POST /settlement/returns/file";

    private static final int SHOWN = 50;
    private static final List<String> INTERACTIONS = List.of("4", "5");

    private final Returns returns;
    private final Audit audit;

    private final Exits exits;

    ReturnController(Returns returns, Audit audit, Exits exits) {
        this.exits = exits;
        this.returns = returns;
        this.audit = audit;
    }

    /// What waits of one service and kind of return (画面の内容).
    public record Waiting(Service service, String interaction, List<FacilityClaim> claims) {}

    /// What the page shows (画面の内容).
    ///
    /// @param direct what goes back by letter
    public record Content(List<Waiting> waiting, List<Returns.Direct> direct, List<ReturnFile> files) {}

    @GetMapping("/settlement/returns")
    View list() {
        var waiting = Stream.of(Service.values())
                .flatMap(service ->
                        INTERACTIONS.stream().map(kind -> new Waiting(service, kind, returns.waiting(service, kind))))
                .filter(one -> !one.claims().isEmpty())
                .toList();
        var direct = returns.direct();
        audit.note(Stream.concat(
                        waiting.stream().flatMap(one -> one.claims().stream()),
                        direct.stream().flatMap(one -> one.claims().stream()))
                .map(FacilityClaim::memberId)
                .filter(member -> member != 0)
                .distinct()
                .map(member -> Look.listed(member, "settlement", "/settlement/returns"))
                .toList());
        return Page.of("settlement/returns", new Content(waiting, direct, returns.files(SHOWN)));
    }

    @PostMapping("/settlement/returns")
    View make(@RequestParam String service, @RequestParam String interaction, @RequestParam String receiver) {
        var of = Stream.of(Service.values())
                .filter(one -> one.name().equals(service))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!INTERACTIONS.contains(interaction)) {
            throw new NotFound();
        }
        var number = receiver.strip();
        if (!number.matches("[0-9]{8}")) {
            return new RedirectView("/settlement/returns?notice=settlement.problem.receiver");
        }
        var made = returns.make(of, interaction, number);
        return new RedirectView("/settlement/returns?notice="
                + (made.isPresent() ? "settlement.returned" : "settlement.problem.nothing"));
    }

    /// Makes a letter of what goes back to a facility that claims directly.
    @PostMapping("/settlement/returns/letter")
    View letter(@RequestParam String facility, @RequestParam String service) {
        var of = Stream.of(Service.values())
                .filter(one -> one.name().equals(service))
                .findFirst()
                .orElseThrow(NotFound::new);
        var made = returns.letter(facility, of);
        return new RedirectView("/settlement/returns?notice="
                + (made.isPresent() ? "settlement.letter.made" : "settlement.problem.nothing"));
    }

    /// A file that was made, as often as it is asked for. Whoever takes it out says what for.
    @PostMapping("/settlement/returns/file")
    void download(@RequestParam long id, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var file = returns.find(id).orElseThrow(NotFound::new);
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/settlement/returns?notice=settlement.problem.purpose");
            return;
        }
        if (!exits.mayLeave(EXIT, file.receiver(), returns.people(file), "settlement/returns/" + id)) {
            response.sendRedirect("/settlement/returns?notice=consent.exit.refused");
            return;
        }
        response.setContentType(file.isLetter() ? "application/pdf" : "application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(returns.name(file)));
        response.setHeader("Cache-Control", "no-store");
        returns.write(file, purpose.get(), response.getOutputStream());
    }
}
