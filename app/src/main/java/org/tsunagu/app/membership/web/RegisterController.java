package org.tsunagu.app.membership.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.BadLine;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.RegisterFile;
import org.tsunagu.app.membership.Registers;
import org.tsunagu.app.ui.FileNames;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;

/// The register of members is handed in here (資格台帳の取り込み).
@Controller
public class RegisterController {

    private static final int BAD_LINES = 500;
    private static final int SHOWN = 50;

    private final Registers registers;
    private final Members members;
    private final Audit audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    RegisterController(
            Registers registers, Members members, Audit audit, TenantTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.registers = registers;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param problem key of what was wrong with an upload; empty for nothing
    /// @param next where the older files begin; 0 when there are none
    public record ListContent(List<RegisterFile> files, int members, LocalDate today, String problem, int next) {

        /// Whether the page should look again by itself.
        public boolean isBusy() {
            return files.stream().anyMatch(file -> file.state().equals("WAITING"));
        }
    }

    /// One file with its bad lines.
    public record OneContent(RegisterFile file, List<BadLine> bad) {}

    @GetMapping("/members/register")
    View list(@RequestParam(defaultValue = "0") int from) {
        return listed("", Math.max(0, from));
    }

    private View listed(String problem) {
        return listed(problem, 0);
    }

    private View listed(String problem, int from) {
        var files = registers.latest(from, SHOWN + 1);
        var content = new ListContent(
                files.stream().limit(SHOWN).toList(),
                members.count(),
                LocalDate.now(clock),
                problem,
                files.size() > SHOWN ? from + SHOWN : 0);
        return problem.isEmpty()
                ? Page.of("membership/registers", content)
                : Page.refused("membership/registers", content);
    }

    @PostMapping("/members/register")
    View upload(@RequestParam MultipartFile file, @RequestParam Map<String, String> fields) throws IOException {
        var asOf = TypedDate.read(fields.getOrDefault("asOf", ""));
        if (file.isEmpty()) {
            return listed("membership.problem.none");
        }
        if (asOf.isEmpty()) {
            return listed("ui.problem.date");
        }
        if (registers.newest().filter(day -> day.isAfter(asOf.get())).isPresent()) {
            return listed("membership.problem.older");
        }
        var actor = Actors.current();
        var isFull = fields.getOrDefault("kind", "").equals("FULL");
        boolean isNew;
        try (var in = file.getInputStream()) {
            isNew = registers.receive(actor.insurer().id(), in, FileNames.of(file), isFull, asOf.get(), actor.name());
        }
        audit.note(Look.changed(0, "register", "/members/register", isFull ? "full" : "difference"));
        return new RedirectView("/members/register?notice=" + (isNew ? "membership.received" : "membership.known"));
    }

    @GetMapping("/members/register/{id:[0-9]+}")
    View one(@PathVariable long id) {
        var file = registers.find(id).orElseThrow(NotFound::new);
        audit.note(new Look(Look.Kind.VIEW, "register", 0, "intake", Look.OWN_WORK, "/members/register", "file " + id));
        return Page.of("membership/register", new OneContent(file, registers.badLines(id, BAD_LINES)));
    }

    @PostMapping("/members/register/{id:[0-9]+}/end")
    View end(@PathVariable long id) {
        transactions.inCurrent(() -> {
            var ended = registers.endMissing(id);
            audit.note(
                    Look.changed(0, "register", "/members/register", "missing members of file %d ended".formatted(id)),
                    ended);
            return ended;
        });
        return new RedirectView("/members/register/" + id + "?notice=membership.ended");
    }
}
