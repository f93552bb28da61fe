package org.tsunagu.app.docks.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.docks.Allowance;
import org.tsunagu.app.docks.Allowances;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.app.ui.TypedDate;

/// The limits of what is given back for a human dock (補助の限度額の設定).
@Controller
public class LimitController {

    private static final int OLDEST = 120;
    private static final List<String> FIELDS =
            List.of("from", "to", "ageFrom", "ageTo", "kinds", "spouse", "yen", "source");

    private final Allowances allowances;
    private final Clock clock;

    LimitController(Allowances allowances, Clock clock) {
        this.allowances = allowances;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param examples what has been published and may be taken over
    public record Content(List<Allowance> limits, List<Allowance> examples, Typed form, LocalDate today) {}

    @GetMapping("/docks/limits")
    View limits(@RequestParam(defaultValue = "-1") int example) {
        var examples = Allowance.examples();
        var fields =
                example >= 0 && example < examples.size() ? fields(examples.get(example)) : Map.<String, String>of();
        return Page.of("docks/limits", content(Typed.fresh(fields)));
    }

    private Content content(Typed form) {
        return new Content(allowances.all(), Allowance.examples(), form, LocalDate.now(clock));
    }

    private static Map<String, String> fields(Allowance limit) {
        return Map.of(
                "from", limit.from().toString(),
                "to", limit.to().map(LocalDate::toString).orElse(""),
                "ageFrom", Integer.toString(limit.ageFrom()),
                "ageTo", Integer.toString(limit.ageTo()),
                "kinds", String.join(",", limit.kinds()),
                "spouse", limit.withSpouse() ? "yes" : "",
                "yen", Integer.toString(limit.yen()),
                "source", limit.source());
    }

    @PostMapping("/docks/limits")
    View add(@RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var from = form.dayNeeded("from");
        var to = form.day("to");
        var ageFrom = WholeNumbers.read(form.of("ageFrom"), OLDEST);
        var ageTo = WholeNumbers.read(form.of("ageTo"), OLDEST);
        var yen = WholeNumbers.read(form.of("yen"), WholeNumbers.MOST_YEN);
        form.require(from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()), "to", "docks.problem.order");
        form.require(ageFrom.isPresent(), "ageFrom", "docks.problem.age");
        form.require(ageTo.isPresent() && ageTo.getAsInt() >= ageFrom.orElse(0), "ageTo", "docks.problem.age");
        form.require(yen.orElse(0) > 0, "yen", "docks.problem.yen");
        form.require(!form.of("source").isEmpty(), "source", "docks.problem.source");
        if (form.isRefused()) {
            return Page.refused("docks/limits", content(form));
        }
        allowances.add(new Allowance(
                0,
                from.orElseThrow(),
                to,
                whole(ageFrom),
                whole(ageTo),
                Allowance.kinds(form.of("kinds")),
                form.of("spouse").equals("yes"),
                whole(yen),
                form.of("source")));
        return new RedirectView("/docks/limits?notice=docks.limit.saved");
    }

    private static int whole(OptionalInt number) {
        return number.orElseThrow();
    }

    @PostMapping("/docks/limits/{id:[0-9]+}/end")
    View end(@PathVariable long id, @RequestParam String last) {
        var day = TypedDate.read(last);
        var isEnded = day.isPresent() && allowances.end(id, day.get());
        return new RedirectView("/docks/limits?notice=" + (isEnded ? "docks.limit.ended" : "docks.problem.end"));
    }
}
