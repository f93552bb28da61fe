package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.tsunagu.app.guidance.Goals;
import org.tsunagu.app.guidance.PersonCourse;
import org.tsunagu.app.guidance.Progress;
import org.tsunagu.app.portal.Messages;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Scope;

/// The own course of guidance (特定保健指導): where it stands, points, goals, the next contact, a word to the guide.
@Controller
public class GuidanceController {

    private final MyPages pages;
    private final OwnData own;
    private final Messages messages;
    private final Clock clock;

    GuidanceController(MyPages pages, OwnData own, Messages messages, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.messages = messages;
        this.clock = clock;
    }

    /// A course with where it stands.
    public record Standing(PersonCourse course, Progress progress, Optional<LocalDate> next) {

        /// The wording of a goal.
        public String goal(String key, String lang) {
            return Goals.of(key)
                    .map(row -> row.text(lang.equals("ja") ? "name_ja" : "name_en"))
                    .orElse(key);
        }
    }

    /// What the page shows (画面の内容).
    public record Content(Viewer me, List<Standing> courses, List<Messages.Message> messages, String formKey) {}

    @GetMapping("/my/guidance")
    View course(HttpServletRequest request) {
        return pages.show(
                request,
                MyPages.Wanted.of("portal/guidance", Scope.GUIDANCE, "guidance", "/my/guidance"),
                this::content);
    }

    private Content content(Viewer me) {
        var today = LocalDate.now(clock);
        var courses = own.courses(me.member()).stream()
                .map(course -> new Standing(course, Progress.of(course, today), next(course, today)))
                .toList();
        var said = me.may(Scope.MESSAGE)
                ? messages.of(me.member()).stream()
                        .filter(one -> one.about() == Messages.About.GUIDANCE)
                        .toList()
                : List.<Messages.Message>of();
        return new Content(me, courses, said, UUID.randomUUID().toString());
    }

    /// The day of the next contact, as it was said last.
    static Optional<LocalDate> next(PersonCourse course, LocalDate today) {
        return course.current().stream()
                .flatMap(one -> one.event().next().stream())
                .reduce((early, late) -> late)
                .filter(day -> !day.isBefore(today));
    }
}
