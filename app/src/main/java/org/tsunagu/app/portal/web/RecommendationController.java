package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Recommendation;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.portal.VisitReplies;
import org.tsunagu.app.portal.VisitReplies.Said;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Typed;

/// Why and where to see a doctor (受診のおすすめ), and what the member says to it.
@Controller
public class RecommendationController {

    private static final MyPages.Wanted WANTED =
            MyPages.Wanted.of("portal/recommendation", Scope.CHECKUP, "checkup", "/my/recommendation");
    private static final List<String> FIELDS = List.of("said", "day", "month", "clinic", "words", "formKey");
    private static final int MONTHS = 12;
    private static final int MOST_CLINICS = 5;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST = 2000;

    private final MyPages pages;
    private final OwnData own;
    private final VisitReplies replies;
    private final Clock clock;

    RecommendationController(MyPages pages, OwnData own, VisitReplies replies, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.replies = replies;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param clinics where the member was last, as far as claims say and may be seen
    /// @param months in which the doctor can have been seen, by their first days
    public record Content(
            Viewer me,
            Optional<Recommendation> asked,
            List<VisitReplies.Reply> replies,
            List<String> clinics,
            List<LocalDate> months,
            Typed form) {

        /// What is typed in a form; nothing in those of the other answers.
        public String of(Said said, String field) {
            return form.is("said", said) ? form.of(field) : "";
        }

        /// What is wrong with a field of a form, as the key of a sentence; empty for nothing.
        public String problem(Said said, String field) {
            return form.is("said", said) ? form.problems().getOrDefault(field, "") : "";
        }
    }

    @GetMapping("/my/recommendation")
    View page(HttpServletRequest request) {
        var form = Typed.fresh(Map.of("formKey", UUID.randomUUID().toString()));
        return pages.show(request, WANTED, me -> content(me, Language.of(request), form));
    }

    private Content content(Viewer me, Language language, Typed form) {
        var asked = Recommendation.of(own.checked(own.member(me.member())), language.locale());
        var today = LocalDate.now(clock);
        return new Content(
                me,
                asked,
                asked.map(one -> replies.of(me.member(), one.checkup().id())).orElse(List.of()),
                me.may(Scope.CARE) ? clinics(me.member()) : List.of(),
                IntStream.range(0, MONTHS)
                        .mapToObj(ago -> today.withDayOfMonth(1).minusMonths(ago))
                        .toList(),
                form);
    }

    private List<String> clinics(long member) {
        var care = own.care(member);
        return care.months().stream()
                .flatMap(month -> month.claims().stream())
                .map(care::institution)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_CLINICS)
                .toList();
    }

    @PostMapping("/my/recommendation")
    View say(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
        var member = pages.member(request, Scope.CHECKUP);
        var form = Typed.of(FIELDS, parameters);
        var said = Arrays.stream(Said.values())
                .filter(one -> form.is("said", one))
                .findFirst()
                .orElseThrow(NotFound::new);
        var asked = Recommendation.of(
                        own.checked(own.member(member)), Language.of(request).locale())
                .orElseThrow(NotFound::new);
        var day = day(said, form, LocalDate.now(clock));
        form.require(form.of("clinic").length() <= LONGEST_NAME, "clinic", "portal.recommendation.problem.clinic");
        form.require(form.of("words").length() <= LONGEST, "words", "portal.messages.problem");
        if (form.isRefused()) {
            return pages.refused(request, WANTED, me -> content(me, Language.of(request), form));
        }
        replies.say(new VisitReplies.NewReply(
                member, asked.checkup().id(), said, day, form.of("clinic"), form.of("words"), form.key("formKey")));
        return new RedirectView("/my/recommendation?notice=portal.recommendation.sent." + said);
    }

    private static Optional<LocalDate> day(Said said, Typed form, LocalDate today) {
        return switch (said) {
            case TALK -> Optional.empty();
            case BOOKED -> {
                var day = form.day("day");
                form.require(
                        day.filter(one -> one.isBefore(today)).isEmpty(), "day", "portal.recommendation.problem.past");
                yield day;
            }
            case VISITED -> {
                var month = form.of("month").matches("[0-9]{4}-(0[1-9]|1[0-2])")
                        ? Optional.of(LocalDate.parse(form.of("month") + "-01"))
                        : Optional.<LocalDate>empty();
                form.require(
                        month.filter(one -> !one.isAfter(today)).isPresent(),
                        "month",
                        "portal.recommendation.problem.month");
                yield month;
            }
        };
    }
}
