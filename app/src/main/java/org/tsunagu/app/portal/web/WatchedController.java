package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.portal.Inquiries;
import org.tsunagu.app.portal.Watched;
import org.tsunagu.app.ui.NotFound;

/// Who looked at the own data (だれが見たか), and a question about it (おかしいと思ったら).
@Controller
public class WatchedController {

    private static final int LONGEST = 2000;

    private final MyPages pages;
    private final Watched watched;
    private final Inquiries inquiries;

    WatchedController(MyPages pages, Watched watched, Inquiries inquiries) {
        this.pages = pages;
        this.watched = watched;
        this.inquiries = inquiries;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param days 0 for all
    /// @param withOwn whether the own looks are shown as well
    public record Content(
            Viewer me, int days, boolean withOwn, List<Watched.Line> lines, List<Inquiries.Inquiry> inquiries) {}

    /// A question that is written.
    public record Asking(Viewer me, long entry, String words, String formKey, boolean isWrong) {}

    private static MyPages.Wanted wanted(String template) {
        return new MyPages.Wanted(template, Optional.empty(), "audit", "/my/access");
    }

    @GetMapping("/my/access")
    View page(
            HttpServletRequest request,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "false") boolean own) {
        notForProxies();
        var shown = List.of(0, 30, 365).contains(days) ? days : 30;
        return pages.show(
                request,
                wanted("portal/access"),
                me -> new Content(me, shown, own, watched.of(me.member(), shown, own), inquiries.of(me.member())));
    }

    /// Who else acts for a person is the person's business, and so is what others did.
    private void notForProxies() {
        if (pages.user().isProxy()) {
            throw new NotFound();
        }
    }

    @GetMapping("/my/access/{entry:[0-9]+}")
    View question(HttpServletRequest request, @PathVariable long entry) {
        check(entry);
        return pages.show(
                request,
                wanted("portal/inquiry"),
                me -> new Asking(me, entry, "", UUID.randomUUID().toString(), false));
    }

    private void check(long entry) {
        notForProxies();
        if (!watched.isAbout(pages.member(), entry)) {
            throw new NotFound();
        }
    }

    @PostMapping("/my/access/{entry:[0-9]+}")
    View ask(
            HttpServletRequest request,
            @PathVariable long entry,
            @RequestParam String words,
            @RequestParam UUID formKey) {
        check(entry);
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return pages.refused(
                    request, wanted("portal/inquiry"), me -> new Asking(me, entry, said, formKey.toString(), true));
        }
        inquiries.ask(pages.member(request), entry, said, formKey);
        return new RedirectView("/my/access?notice=portal.inquiry.sent");
    }
}
