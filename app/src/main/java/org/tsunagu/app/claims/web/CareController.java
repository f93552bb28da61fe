package org.tsunagu.app.claims.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.claims.CareMonths;
import org.tsunagu.app.claims.ClaimDeliveries;
import org.tsunagu.app.claims.ClaimDelivery;
import org.tsunagu.app.claims.ClaimRestoring;
import org.tsunagu.app.claims.DeliveryPages;
import org.tsunagu.app.claims.MasterNeeds;
import org.tsunagu.app.files.TooLarge;
import org.tsunagu.app.ui.FileNames;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.problem.Problem;

/// Files with claims, the months they fill, and the masters they need (レセプトの受領・診療月・マスター).
/// Nobody is named here.
@Controller
public class CareController {

    private static final int SHOWN = 40;
    private static final int FINDINGS = 200;

    private final ClaimDeliveries deliveries;
    private final DeliveryPages pages;
    private final ClaimRestoring restoring;
    private final CareMonths months;
    private final MasterNeeds masters;
    private final Audit audit;

    CareController(
            ClaimDeliveries deliveries,
            DeliveryPages pages,
            ClaimRestoring restoring,
            CareMonths months,
            MasterNeeds masters,
            Audit audit) {
        this.deliveries = deliveries;
        this.pages = pages;
        this.restoring = restoring;
        this.months = months;
        this.masters = masters;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param problem key of what was wrong with an upload; empty for nothing
    public record Content(
            List<ClaimDelivery> deliveries,
            List<CareMonths.Month> months,
            List<ClaimDelivery.Waiting> waiting,
            String problem) {

        /// Whether the page should look again by itself.
        public boolean isBusy() {
            return deliveries.stream().anyMatch(ClaimDelivery::isBusy);
        }
    }

    /// What the page shows (画面の内容).
    ///
    /// @param code of the findings that are shown; empty for the quarantine
    public record OneContent(
            ClaimDelivery delivery,
            List<ClaimDelivery.Part> parts,
            List<ClaimDelivery.Count> counts,
            String code,
            List<Problem> problems) {

        /// Whether something of it was replaced.
        public boolean isReplaced() {
            return parts.stream().anyMatch(part -> part.state().equals("REPLACED"));
        }
    }

    /// What the page shows (画面の内容).
    public record MastersContent(List<MasterNeeds.Need> needs) {}

    @GetMapping("/claims")
    View overview() {
        return shown("");
    }

    private View shown(String problem) {
        var content = new Content(deliveries.latest(SHOWN), months.all(), pages.waiting(SHOWN), problem);
        return problem.isEmpty() ? Page.of("claims/overview", content) : Page.refused("claims/overview", content);
    }

    @PostMapping("/claims")
    View upload(
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(defaultValue = "ADD") String mode,
            @RequestParam(defaultValue = "") String month)
            throws IOException {
        var actor = Actors.current();
        var isReplacing = mode.equals("REPLACE");
        if (isReplacing && !month.isBlank() && typed(month).isEmpty()) {
            return shown("claims.problem.month");
        }
        if (isReplacing && files.stream().filter(file -> !file.isEmpty()).count() > 1) {
            return shown("claims.problem.one_file");
        }
        var isNew = false;
        var count = 0;
        for (var file : files) {
            if (!file.isEmpty()) {
                count++;
                var handing = new ClaimDeliveries.Handing(
                        FileNames.of(file),
                        "upload",
                        actor.name(),
                        isReplacing,
                        isReplacing ? typed(month) : Optional.empty());
                try (var in = file.getInputStream()) {
                    isNew |= deliveries.receive(actor.insurer().id(), in, handing);
                } catch (TooLarge e) {
                    note(count - 1, mode);
                    return shown("claims.problem.too_large");
                }
            }
        }
        if (count == 0) {
            return shown("claims.problem.none");
        }
        note(count, mode);
        return new RedirectView("/claims?notice=" + (isNew ? "claims.received" : "claims.known"));
    }

    private void note(int files, String mode) {
        if (files > 0) {
            audit.note(Look.changed(0, "original", "/claims", "%d files, %s".formatted(files, mode)));
        }
    }

    /// Somebody says that all claims of a month are here, or that they are not.
    @PostMapping("/claims/months")
    View say(@RequestParam String month, @RequestParam boolean complete) {
        months.say(read(month), complete);
        audit.note(Look.changed(0, "claim", "/claims/months", "%s complete %b".formatted(month, complete)));
        return new RedirectView("/claims?notice=claims.month.said");
    }

    private static YearMonth read(String month) {
        return typed(month).orElseThrow(NotFound::new);
    }

    private static Optional<YearMonth> typed(String month) {
        try {
            return Optional.of(YearMonth.parse(month.strip()));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    @GetMapping("/claims/deliveries/{id:[0-9]+}")
    View one(@PathVariable long id, @RequestParam(defaultValue = "") String code) {
        var delivery = deliveries.find(id).orElseThrow(NotFound::new);
        audit.note(new Look(
                Look.Kind.VIEW, "delivery", 0, "intake", Look.OWN_WORK, "/claims/deliveries", "claims delivery " + id));
        return Page.of(
                "claims/delivery",
                new OneContent(
                        delivery,
                        pages.parts(id),
                        pages.counts(id),
                        code,
                        pages.problems(id, code, delivery.name(), FINDINGS)));
    }

    /// Puts in force again what was replaced.
    @PostMapping("/claims/deliveries/{id:[0-9]+}/restore")
    View restore(@PathVariable long id) {
        var delivery = deliveries.find(id).orElseThrow(NotFound::new);
        var isRestored = restoring.restore(delivery);
        audit.note(Look.changed(0, "claim", "/claims/deliveries", "claims delivery %d restored".formatted(id)));
        return new RedirectView(
                "/claims/deliveries/%d?notice=%s".formatted(id, isRestored ? "claims.restored" : "claims.known"));
    }

    @GetMapping("/claims/masters")
    View masters() {
        return Page.of("claims/masters", new MastersContent(masters.all()));
    }
}
