package org.tsunagu.app.intake.web;

import java.io.IOException;
import java.util.ArrayList;
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
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.files.TooLarge;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.intake.Delivery;
import org.tsunagu.app.intake.Document;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.intake.Repairs;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.ui.FileNames;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.problem.Problem;

/// Files are handed in here, and what came of them is seen (取り込み).
@Controller
public class IntakeController {

    private static final int SHOWN = 60;
    private static final int REJECTED = 100;

    private final Deliveries deliveries;
    private final Repairs repairs;
    private final Jobs jobs;
    private final Audit audit;

    IntakeController(Deliveries deliveries, Repairs repairs, Jobs jobs, Audit audit) {
        this.deliveries = deliveries;
        this.repairs = repairs;
        this.jobs = jobs;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param problem key of what was wrong with an upload; empty for nothing
    /// @param next where the older files begin; 0 when there are none
    public record ListContent(List<Delivery> deliveries, int openJobs, List<Job> failed, String problem, int next) {

        /// Whether the page should look again by itself.
        public boolean isBusy() {
            return openJobs > 0;
        }
    }

    /// What the page shows (画面の内容).
    ///
    /// @param next the last of the rejected documents that are shown, when there are more; else 0
    /// @param problems by entry; the empty entry is the file itself
    public record OneContent(
            Delivery delivery,
            List<Deliveries.Count> counts,
            List<Document> rejected,
            long next,
            Map<String, List<Problem>> problems,
            List<Repairs.Mended> mended) {}

    @GetMapping("/intake")
    View list(@RequestParam(defaultValue = "0") int from) {
        return listed("", Math.max(0, from));
    }

    private View listed(String problem) {
        return listed(problem, 0);
    }

    private View listed(String problem, int from) {
        var insurer = Actors.current().insurer().id();
        var some = deliveries.latest(from, SHOWN + 1);
        var content = new ListContent(
                some.stream().limit(SHOWN).toList(),
                jobs.open(insurer),
                jobs.failed(insurer),
                problem,
                some.size() > SHOWN ? from + SHOWN : 0);
        return problem.isEmpty() ? Page.of("intake/list", content) : Page.refused("intake/list", content);
    }

    @PostMapping("/intake")
    View upload(
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(name = "origin", defaultValue = "CHECKUP") String said)
            throws IOException {
        var actor = Actors.current();
        var origin = Origin.ofFile(said).orElseThrow(NotFound::new);
        var isNew = false;
        var count = 0;
        for (var file : files) {
            if (!file.isEmpty()) {
                count++;
                try (var in = file.getInputStream()) {
                    isNew |= deliveries
                            .receive(actor.insurer().id(), in, FileNames.of(file), "upload", actor.name(), origin)
                            .isNew();
                } catch (TooLarge e) {
                    return listed("intake.problem.too_large");
                }
            }
        }
        if (count == 0) {
            return listed("intake.problem.none");
        }
        audit.note(Look.changed(0, "original", "/intake", "%d files, %s".formatted(count, origin)));
        return new RedirectView("/intake?notice=" + (isNew ? "intake.received" : "intake.known"));
    }

    @GetMapping("/intake/{id:[0-9]+}")
    View one(@PathVariable long id, @RequestParam(defaultValue = "0") long after) {
        var delivery = deliveries.find(id).orElseThrow(NotFound::new);
        var some = deliveries.rejected(id, after, REJECTED + 1);
        var rejected = some.stream().limit(REJECTED).toList();
        var entries = new ArrayList<>(List.of(""));
        rejected.forEach(document -> entries.add(document.entry()));
        var mended = repairs.mended(id);
        audit.note(
                new Look(Look.Kind.VIEW, "delivery", 0, "intake", Look.OWN_WORK, "/intake", "delivery " + id),
                mended.stream().map(Repairs.Mended::memberId).toList());
        return Page.of(
                "intake/one",
                new OneContent(
                        delivery,
                        deliveries.counts(id),
                        rejected,
                        some.size() > REJECTED ? rejected.getLast().id() : 0,
                        deliveries.problems(id, delivery.name(), entries),
                        mended));
    }
}
