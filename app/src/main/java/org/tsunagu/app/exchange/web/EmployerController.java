package org.tsunagu.app.exchange.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.exchange.Employer;
import org.tsunagu.app.exchange.Employers;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;

/// The employers, how they are reached and who acts for them (事業主の登録).
@Controller
public class EmployerController {

    private static final int LONGEST = 200;
    private static final List<String> FIELDS = List.of("name", "contact", "postalCode", "address", "phone");

    private final Employers employers;

    EmployerController(Employers employers) {
        this.employers = employers;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param accounts those of the role of an employer
    /// @param owners employer by account
    public record ListContent(
            List<Employers.Staffed> employers, List<Accounts.Colleague> accounts, Map<Long, Long> owners) {

        /// The names of those who act for an employer.
        public List<String> names(long employer) {
            return accounts.stream()
                    .filter(one -> owners.getOrDefault(one.id(), 0L) == employer)
                    .map(Accounts.Colleague::name)
                    .toList();
        }
    }

    /// What the page shows (画面の内容).
    public record Content(Employer employer, ListContent all, Typed form) {}

    @GetMapping("/requests/employers")
    View list() {
        return Page.of("exchange/employers", all());
    }

    private ListContent all() {
        return new ListContent(employers.all(), employers.accounts(), employers.owners());
    }

    private Employer employer(long id) {
        return employers.find(id).orElseThrow(NotFound::new);
    }

    @GetMapping("/requests/employers/{id:[0-9]{1,18}}")
    View one(@PathVariable long id) {
        var employer = employer(id);
        var form = Typed.fresh(Map.of(
                "name", employer.name(),
                "contact", employer.contact(),
                "postalCode", employer.postalCode(),
                "address", employer.address(),
                "phone", employer.phone()));
        return Page.of("exchange/employer", new Content(employer, all(), form));
    }

    @PostMapping("/requests/employers/{id:[0-9]{1,18}}")
    View change(@PathVariable long id, @RequestParam Map<String, String> parameters) {
        var employer = employer(id);
        var form = Typed.of(FIELDS, parameters);
        FIELDS.forEach(field -> form.require(form.of(field).length() <= LONGEST, field, "exchange.problem.long"));
        form.require(!form.of("name").isEmpty(), "name", "exchange.problem.name");
        form.require(
                form.of("postalCode").matches("|[0-9]{3}-?[0-9]{4}"), "postalCode", "exchange.problem.postal_code");
        if (form.isRefused()) {
            return Page.refused("exchange/employer", new Content(employer, all(), form));
        }
        employers.change(new Employer(
                id,
                employer.code(),
                form.of("name"),
                form.of("contact"),
                form.of("postalCode"),
                form.of("address"),
                form.of("phone")));
        return new RedirectView("/requests/employers/%d?notice=exchange.employer.saved".formatted(id));
    }

    @PostMapping("/requests/employers/{id:[0-9]{1,18}}/account")
    View give(@PathVariable long id, @RequestParam long account) {
        if (!employers.give(id, account)) {
            throw new NotFound();
        }
        return new RedirectView("/requests/employers/%d?notice=exchange.employer.given".formatted(id));
    }
}
