package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.portal.DoctorsLook;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.portal.ShownPages;
import org.tsunagu.app.portal.ShownPages.Part;
import org.tsunagu.app.portal.ShownPages.Shown;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.letters.QrPicture;

/// The page that a member shows to a doctor (主治医に見せるページ): the member chooses what is on it, and ends it when the visit is
/// over.
@Controller
public class DoctorPageController {

    private static final String PLACE = "/my/doctor-page";
    private static final MyPages.Wanted WANTED =
            MyPages.Wanted.of("portal/doctor", Scope.CONSENT, "consent", PLACE);
    private static final int LONGEST_NAME = 100;

    private final MyPages pages;
    private final ShownPages shownPages;
    private final DoctorsLook look;
    private final Audit audit;
    private final String url;
    private final Clock clock;

    DoctorPageController(
            MyPages pages,
            ShownPages shownPages,
            DoctorsLook look,
            Audit audit,
            @Value("${tsunagu.portal.url:}") String url,
            Clock clock) {
        this.pages = pages;
        this.shownPages = shownPages;
        this.look = look;
        this.audit = audit;
        this.url = url;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param problem key of the sentence; empty for none
    public record Content(
            Viewer me, List<Part> parts, List<Shown> shown, OffsetDateTime now, String clinic, String problem) {}

    /// The page that is shown and printed, once: nobody knows the link afterwards.
    public record Made(Viewer me, String qr, String link, DoctorsLook.Seen seen) {}

    @GetMapping(PLACE)
    View page(HttpServletRequest request) {
        return pages.show(request, WANTED, me -> content(me, "", ""));
    }

    private Content content(Viewer me, String clinic, String problem) {
        return new Content(
                me,
                Arrays.stream(Part.values()).filter(part -> me.may(part.scope())).toList(),
                shownPages.of(me.member()),
                OffsetDateTime.now(clock),
                clinic,
                problem);
    }

    @PostMapping(PLACE)
    View make(
            HttpServletRequest request,
            @RequestParam(required = false, defaultValue = "") List<String> part,
            @RequestParam String clinic) {
        var parts = Arrays.stream(Part.values())
                .filter(one -> part.contains(one.name()))
                .toList();
        var needed = parts.stream().map(Part::scope).toList();
        pages.member(request, Scope.CONSENT);
        var member = pages.member(needed.toArray(Scope[]::new));
        if (!pages.isConfirmed(request)) {
            return new RedirectView("/my/confirm?back=" + PLACE);
        }
        var name = clinic.strip();
        if (parts.isEmpty() || name.length() > LONGEST_NAME) {
            var problem = parts.isEmpty() ? "portal.shown.problem.parts" : "portal.recommendation.problem.clinic";
            return pages.refused(request, WANTED, me -> content(me, name, problem));
        }
        var texts = Texts.in(Language.of(request));
        var made = shownPages.make(
                member, parts, name.isEmpty() ? Texts.in(Language.JAPANESE).text("portal.shown.anybody") : name);
        audit.note(parts.stream()
                .map(one -> Look.own(Look.Kind.PRINT, member, one.name(), PLACE, ""))
                .toList());
        var link = base() + "/shown/" + made.token();
        return Page.of(
                "portal/showing",
                new Made(
                        pages.viewer(request),
                        QrPicture.svg(link, texts.text("portal.shown.qr")),
                        link,
                        look.own(pages.user().insurer(), made.shown())));
    }

    private String base() {
        return Optional.of(url)
                .filter(one -> !one.isEmpty())
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    }

    @PostMapping(PLACE + "/{id:[0-9]+}/end")
    View end(HttpServletRequest request, @PathVariable long id) {
        var member = pages.member(request, Scope.CONSENT);
        if (shownPages.of(member).stream().noneMatch(one -> one.id() == id)) {
            throw new NotFound();
        }
        shownPages.end(member, id);
        return new RedirectView(PLACE + "?notice=portal.shown.ended");
    }
}
