package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.tsunagu.app.claims.PersonCare;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Scope;

/// Medicines and costs of care (お薬・医療費のお知らせ), by what claims say.
@Controller
public class MyCareController {

    private final MyPages pages;
    private final OwnData own;

    MyCareController(MyPages pages, OwnData own) {
        this.pages = pages;
        this.own = own;
    }

    /// What the pages show (画面の内容).
    public record Content(Viewer me, PersonCare.Care care) {}

    @GetMapping("/my/drugs")
    View drugs(HttpServletRequest request) {
        return pages.show(
                request,
                MyPages.Wanted.of("portal/drugs", Scope.CARE, "claim", "/my/drugs"),
                me -> new Content(me, own.care(me.member())));
    }

    @GetMapping("/my/expenses")
    View expenses(HttpServletRequest request) {
        return pages.show(
                request,
                MyPages.Wanted.of("portal/expenses", Scope.CARE, "claim", "/my/expenses"),
                me -> new Content(me, own.care(me.member())));
    }
}
