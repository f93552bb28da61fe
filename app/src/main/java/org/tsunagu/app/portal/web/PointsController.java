package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.rewards.PointRules;
import org.tsunagu.app.rewards.Points;
import org.tsunagu.app.rewards.StoredRule;

/// The own points (健康ポイント): what gives points, how many there are, when they expire, whether one takes part.
@Controller
public class PointsController {

    private final MyPages pages;
    private final Points points;
    private final PointRules rules;

    PointsController(MyPages pages, Points points, PointRules rules) {
        this.pages = pages;
        this.points = points;
        this.rules = rules;
    }

    /// What the page shows (画面の内容).
    public record Content(Viewer me, Points.Account account, List<StoredRule> rules) {}

    @GetMapping("/my/points")
    View page(HttpServletRequest request) {
        return pages.show(
                request,
                MyPages.Wanted.of("portal/points", Scope.POINTS, "points", "/my/points"),
                me -> new Content(me, points.of(me.member()), rules.today()));
    }

    @PostMapping("/my/points")
    View join(HttpServletRequest request, @RequestParam boolean join) {
        points.join(pages.member(request, Scope.POINTS), join);
        return new RedirectView("/my/points?notice=" + (join ? "portal.points.joined" : "portal.points.left"));
    }
}
