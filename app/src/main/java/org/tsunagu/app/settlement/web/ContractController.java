package org.tsunagu.app.settlement.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.multipart.MultipartFile;
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

    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_FIND = 50;

    private final Contracts contracts;
    private final Clock clock;

    ContractController(Contracts contracts, Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param find what the list is narrowed to; empty for all
    /// @param at number of the page, from 1
    /// @param priced prices the form asks for
    /// @param found what is wrong in a file
    public record Content(
            List<Contract> contracts,
            String find,
            int at,
            int total,
            List<Part.Priced> priced,
            List<Part> parts,
            Typed form,
            List<ContractFile.Found> found) {

        /// How many pages there are.
        public int pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }

        /// Address of another page.
        public String address(int page) {
            return "/settlement/contracts?find=%s&page=%d"
                    .formatted(URLEncoder.encode(find, StandardCharsets.UTF_8), page);
        }

        /// The headings a file may have.
        public String columns() {
            return ContractFile.headings();
        }
    }

    private Content content(String find, int page, Typed form, List<ContractFile.Found> found) {
        var total = contracts.count(find);
        var last = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        var at = Math.clamp(page, 1, last);
        return new Content(
                contracts.page(find, (at - 1) * PAGE_SIZE, PAGE_SIZE),
                find,
                at,
                total,
                Part.priced(LocalDate.now(clock)),
                List.of(Part.values()),
                form,
                found);
    }

    private static Typed fresh() {
        return Typed.fresh(Map.of(
                "formKey", UUID.randomUUID().toString(), "kind", "GROUP", "service", "CHECKUP", "needsTicket", "yes"));
    }

    @GetMapping("/settlement/contracts")
    View list(@RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "1") int page) {
        var shown = find.strip().replace("\u0000", "");
        return Page.of(
                "settlement/contracts",
                content(shown.substring(0, Math.min(LONGEST_FIND, shown.length())), page, fresh(), List.of()));
    }

    /// Takes the contracts of a CSV, all or none.
    @PostMapping("/settlement/contracts/file")
    View file(@RequestParam MultipartFile csv) throws IOException {
        var bytes = csv.getBytes();
        var read = ContractFile.read(bytes, LocalDate.now(clock));
        if (!read.found().isEmpty()) {
            return Page.refused("settlement/contracts", content("", 1, fresh(), read.found()));
        }
        contracts.addFile(read.contracts(), UUID.nameUUIDFromBytes(bytes));
        return new RedirectView("/settlement/contracts?notice=settlement.contract.saved");
    }

    @PostMapping("/settlement/contracts")
    View add(@RequestParam Map<String, String> parameters) {
        var read = ContractForm.read(parameters, LocalDate.now(clock));
        if (read.contracts().isEmpty()) {
            return Page.refused("settlement/contracts", content("", 1, read.form(), List.of()));
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
