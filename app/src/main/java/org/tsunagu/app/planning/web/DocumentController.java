package org.tsunagu.app.planning.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.planning.YearCounts;
import org.tsunagu.app.planning.document.Drafts;
import org.tsunagu.app.planning.document.Edition;
import org.tsunagu.app.planning.document.Editions;
import org.tsunagu.app.planning.document.Part;
import org.tsunagu.app.planning.document.Parts;
import org.tsunagu.app.planning.document.Section;
import org.tsunagu.app.planning.document.Sections;
import org.tsunagu.app.planning.document.Strata;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.time.PlanPeriod;

/// The plan of a period as a document (実施計画書): its sections, its draft, its editions.
@Controller
public class DocumentController {

    private static final String PLACE = "/plan/document";

    private final Sections sections;
    private final Parts parts;
    private final Strata strata;
    private final Drafts drafts;
    private final Editions editions;
    private final Audit audit;
    private final Clock clock;

    DocumentController(
            Sections sections, Parts parts, Strata strata, Drafts drafts, Editions editions, Audit audit, Clock clock) {
        this.sections = sections;
        this.parts = parts;
        this.strata = strata;
        this.drafts = drafts;
        this.editions = editions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A section with what the insurer has written (節の一覧の行).
    public record Line(Section section, Optional<Part> own) {}

    /// What the page shows (画面の内容).
    ///
    /// @param periods for which a plan is laid out
    /// @param seen mark of what is on the page, for the approval
    /// @param counts what its results are taken from
    /// @param isChanged whether an approval was refused because something had changed
    public record Content(
            PlanPeriod period,
            List<PlanPeriod> periods,
            List<Line> lines,
            List<Strata.Growing> growths,
            List<Edition> editions,
            String insurer,
            String seen,
            YearCounts.State counts,
            boolean isChanged) {}

    @GetMapping("/plan/document")
    View now() {
        var period = PlanPeriod.find(LocalDate.now(clock)).orElseThrow(NotFound::new);
        return new RedirectView(PLACE + "/" + period.number());
    }

    @GetMapping("/plan/document/{number:[0-9]}")
    View document(@PathVariable int number) {
        return Page.of("planning/document", content(period(number), false));
    }

    private PlanPeriod period(int number) {
        var period = Periods.of(number);
        if (sections.of(period).isEmpty()) {
            throw new NotFound();
        }
        return period;
    }

    private List<PlanPeriod> periods() {
        return Arrays.stream(PlanPeriod.values())
                .filter(period -> !sections.of(period).isEmpty())
                .toList();
    }

    private Content content(PlanPeriod period, boolean isChanged) {
        var own = parts.of(period);
        return new Content(
                period,
                periods(),
                sections.of(period).stream()
                        .map(section -> new Line(section, Optional.ofNullable(own.get(section.key()))))
                        .toList(),
                strata.of(period),
                editions.of(period),
                Actors.current().insurer().number(),
                editions.seen(period),
                drafts.counts(period),
                isChanged);
    }

    @GetMapping("/plan/document/{number:[0-9]}/draft.{ending:pdf|odt}")
    ResponseEntity<byte[]> draft(@PathVariable int number, @PathVariable String ending) {
        var period = period(number);
        var file = ending.equals("pdf") ? Edition.File.PDF : Edition.File.ODT;
        note("draft of period " + number);
        return download(
                file == Edition.File.PDF ? drafts.pdf(period) : drafts.odt(period),
                file,
                "plan-%d-draft".formatted(number));
    }

    @PostMapping("/plan/document/{number:[0-9]}")
    View approve(@PathVariable int number, @RequestParam(defaultValue = "") String seen) {
        var period = period(number);
        var edition = editions.approve(period, seen);
        if (edition.isEmpty()) {
            return Page.refused("planning/document", content(period, true));
        }
        audit.note(Look.changed(
                0,
                "plan",
                PLACE,
                "period %d version %d approved".formatted(number, edition.get().version())));
        return new RedirectView(PLACE + "/%d?notice=planning.document.approved".formatted(number));
    }

    @PostMapping("/plan/editions/{id:[0-9]{1,18}}/{what:publish|withdraw}")
    View show(@PathVariable long id, @PathVariable String what) {
        var edition = editions.find(id).orElseThrow(NotFound::new);
        var isDone = what.equals("publish") ? editions.publish(id) : editions.withdraw(id);
        if (!isDone) {
            return Page.refused("planning/document", content(period(edition.period()), true));
        }
        audit.note(Look.changed(
                0, "plan", PLACE, "period %d version %d %s".formatted(edition.period(), edition.version(), what)));
        return new RedirectView(PLACE + "/%d?notice=planning.document.%s".formatted(edition.period(), what));
    }

    @GetMapping("/plan/editions/{id:[0-9]{1,18}}/{file:pdf|odt|public_pdf|public_odt}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String file) {
        var kind = Edition.File.valueOf(file.toUpperCase(Locale.ROOT));
        var edition = editions.find(id)
                .filter(one -> kind.isForAll() || Actors.current().may(Permission.VIEW_PERSONS))
                .orElseThrow(NotFound::new);
        var bytes = editions.file(id, kind).orElseThrow(NotFound::new);
        note("period %d version %d %s".formatted(edition.period(), edition.version(), file));
        return download(bytes, kind, "plan-%d-%d".formatted(edition.period(), edition.version()));
    }

    private void note(String detail) {
        audit.note(new Look(Look.Kind.EXPORT, "plan", 0, "REPORT", Look.OWN_WORK, PLACE, detail));
    }

    /// The bytes as a file of a name.
    static ResponseEntity<byte[]> download(byte[] bytes, Edition.File file, String name) {
        return ResponseEntity.ok()
                .headers(headers -> Map.of(
                                HttpHeaders.CONTENT_TYPE, file.type(),
                                HttpHeaders.CACHE_CONTROL, "no-store",
                                HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename(name + "." + file.ending())
                                                .build()
                                                .toString())
                        .forEach(headers::set))
                .body(bytes);
    }
}
