package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.guidance.Goals;
import org.tsunagu.app.portal.Diary;
import org.tsunagu.app.portal.DiaryKind;
import org.tsunagu.app.portal.DiarySharing;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.charts.Chart;
import org.tsunagu.charts.DayChart;
import org.tsunagu.rules.legal.ConsentFold.Stand;

/// Own goals and what is written down day by day (目標と記録), with pictures; shared only on consent.
@Controller
public class MyGoalsController {

    private static final String PLACE = "/my/goals";
    private static final MyPages.Wanted WANTED = MyPages.Wanted.of("portal/goals", Scope.DIARY, "DIARY", PLACE);
    private static final int MOST = 400;
    private static final int LONGEST = 200;

    private final MyPages pages;
    private final Diary diary;
    private final DiarySharing sharing;
    private final OwnData own;
    private final Clock clock;

    MyGoalsController(MyPages pages, Diary diary, DiarySharing sharing, OwnData own, Clock clock) {
        this.pages = pages;
        this.diary = diary;
        this.sharing = sharing;
        this.own = own;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param courseGoals those of the course of guidance, in words
    public record Content(
            Viewer me,
            LocalDate today,
            List<DiaryKind> kinds,
            List<Diary.Entry> entries,
            List<Chart> charts,
            List<Diary.Goal> goals,
            List<String> courseGoals,
            Stand sharing,
            Typed form) {}

    @GetMapping(PLACE)
    View page(HttpServletRequest request) {
        return pages.show(request, WANTED, me -> content(me, Language.of(request), fresh(Map.of())));
    }

    private Typed fresh(Map<String, String> problems) {
        var fields = Map.of(
                "day", LocalDate.now(clock).toString(),
                "formKey", UUID.randomUUID().toString());
        return Typed.fresh(fields, problems);
    }

    private Content content(Viewer me, Language language, Typed form) {
        var today = LocalDate.now(clock);
        var kinds = DiaryKind.on(today);
        var entries = diary.of(me.member(), MOST);
        return new Content(
                me,
                today,
                kinds,
                entries,
                charts(kinds, entries, language),
                diary.goals(me.member()),
                me.may(Scope.GUIDANCE) ? courseGoals(me.member(), language) : List.of(),
                sharing.stand(me.member()),
                form);
    }

    private static List<Chart> charts(List<DiaryKind> kinds, List<Diary.Entry> entries, Language language) {
        var locale = language.locale();
        var charts = new ArrayList<Chart>();
        for (var kind : kinds) {
            var points = entries.stream()
                    .filter(entry -> entry.kind().equals(kind))
                    .map(entry -> new DayChart.Point(
                            entry.day(), Frame.shortDate(language, entry.day()), entry.value()))
                    .toList();
            if (!points.isEmpty()) {
                charts.add(new DayChart(kind.name(locale), kind.unit(locale), points)
                        .draw("chart-" + kind.key(), Texts.in(language).text("portal.goals.day"), locale));
            }
        }
        return charts;
    }

    private List<String> courseGoals(long member, Language language) {
        var column = language == Language.JAPANESE ? "name_ja" : "name_en";
        return own.courses(member).stream()
                .findFirst()
                .map(course -> course.goals().stream()
                        .map(key -> Goals.of(key).map(row -> row.text(column)).orElse(key))
                        .toList())
                .orElse(List.of());
    }

    @PostMapping(PLACE)
    View write(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
        var member = pages.member(request, Scope.DIARY);
        var today = LocalDate.now(clock);
        var kinds = DiaryKind.on(today);
        var names = new ArrayList<>(List.of("day", "formKey"));
        kinds.forEach(kind -> names.add(kind.key()));
        var form = Typed.of(names, parameters);
        var day = form.dayNeeded("day");
        form.require(day.filter(one -> one.isAfter(today)).isEmpty(), "day", "portal.goals.problem.day");
        var values = values(kinds, form);
        form.require(!values.isEmpty() || form.isRefused(), "day", "portal.goals.problem.nothing");
        if (form.isRefused()) {
            return pages.refused(request, WANTED, me -> content(me, Language.of(request), form));
        }
        diary.write(member, day.orElseThrow(), values);
        return new RedirectView(PLACE + "?notice=portal.goals.saved");
    }

    private static Map<DiaryKind, BigDecimal> values(List<DiaryKind> kinds, Typed form) {
        var values = new LinkedHashMap<DiaryKind, BigDecimal>();
        for (var kind : kinds) {
            var typed = form.of(kind.key());
            var value = kind.read(typed);
            form.require(typed.isEmpty() || value.isPresent(), kind.key(), "portal.goals.problem.value");
            value.ifPresent(one -> values.put(kind, one));
        }
        return values;
    }

    @PostMapping(PLACE + "/{id:[0-9]+}/delete")
    View delete(HttpServletRequest request, @PathVariable long id) {
        diary.delete(pages.member(request, Scope.DIARY), id);
        return new RedirectView(PLACE + "?notice=portal.goals.deleted");
    }

    @PostMapping(PLACE + "/delete")
    View deleteAll(HttpServletRequest request) {
        diary.deleteAll(pages.member(request, Scope.DIARY));
        return new RedirectView(PLACE + "?notice=portal.goals.deleted");
    }

    @PostMapping(PLACE + "/own")
    View aim(HttpServletRequest request, @RequestParam String words, @RequestParam UUID formKey) {
        var member = pages.member(request, Scope.DIARY);
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            var form = fresh(Map.of("words", "portal.goals.problem.words"));
            return pages.refused(request, WANTED, me -> content(me, Language.of(request), form));
        }
        diary.aim(member, said, formKey);
        return new RedirectView(PLACE + "?notice=portal.goals.aimed");
    }

    @PostMapping(PLACE + "/own/{id:[0-9]+}/reached")
    View reach(HttpServletRequest request, @PathVariable long id) {
        diary.reach(pages.member(request, Scope.DIARY), id);
        return new RedirectView(PLACE + "?notice=portal.goals.reached");
    }

    @PostMapping(PLACE + "/own/{id:[0-9]+}/delete")
    View forget(HttpServletRequest request, @PathVariable long id) {
        diary.forget(pages.member(request, Scope.DIARY), id);
        return new RedirectView(PLACE + "?notice=portal.goals.deleted");
    }

    /// A consent is given and taken back as all others are: after the password was asked for once more.
    @PostMapping(PLACE + "/share")
    View share(HttpServletRequest request, @RequestParam boolean wanted, @RequestParam UUID formKey) {
        var member = pages.member(request, Scope.DIARY, Scope.CONSENT);
        if (!pages.isConfirmed(request)) {
            return new RedirectView("/my/confirm?back=" + PLACE);
        }
        sharing.share(member, wanted, formKey);
        return new RedirectView(PLACE + "?notice=" + (wanted ? "portal.goals.shared" : "portal.goals.unshared"));
    }
}
