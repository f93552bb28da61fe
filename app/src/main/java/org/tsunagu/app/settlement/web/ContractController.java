package org.tsunagu.app.settlement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.settlement.Contract;
import org.tsunagu.app.settlement.Contracts;
import org.tsunagu.app.settlement.Part;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.app.ui.TypedDate;

/// The contracts with facilities (契約台帳): all with their validity, entered, ended.
@Controller
public class ContractController {

    private final Contracts contracts;
    private final Clock clock;

    ContractController(Contracts contracts, Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param priced prices the form asks for
    public record Content(List<Contract> contracts, List<Part.Priced> priced, List<Part> parts, Typed form) {}

    private Content content(Typed form) {
        return new Content(contracts.all(), Part.priced(LocalDate.now(clock)), List.of(Part.values()), form);
    }

    @GetMapping("/settlement/contracts")
    View list() {
        var fresh = Map.of(
                "formKey", UUID.randomUUID().toString(), "kind", "GROUP", "service", "CHECKUP", "needsTicket", "yes");
        return Page.of("settlement/contracts", content(Typed.fresh(fresh)));
    }

    @PostMapping("/settlement/contracts")
    View add(@RequestParam Map<String, String> parameters) {
        var read = ContractForm.read(parameters, LocalDate.now(clock));
        if (read.contracts().isEmpty()) {
            return Page.refused("settlement/contracts", content(read.form()));
        }
        contracts.add(read.contracts(), read.form().key("formKey"));
        return new RedirectView("/settlement/contracts?notice=settlement.contract.saved");
    }

    @PostMapping("/settlement/contracts/{id:[0-9]+}/end")
    View end(@PathVariable long id, @RequestParam String last) {
        var day = TypedDate.read(last);
        var isEnded = day.isPresent() && contracts.end(id, day.get());
        return new RedirectView(
                "/settlement/contracts?notice=" + (isEnded ? "settlement.contract.ended" : "settlement.problem.end"));
    }
}
