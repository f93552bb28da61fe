package org.tsunagu.checkupformat.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.GuidanceCourse.Body;
import org.tsunagu.checkupformat.document.GuidanceCourse.Evaluation;
import org.tsunagu.checkupformat.document.GuidanceCourse.FormSum;
import org.tsunagu.checkupformat.document.GuidanceCourse.Outcomes;
import org.tsunagu.checkupformat.document.GuidanceCourse.Plan;
import org.tsunagu.checkupformat.document.GuidanceCourse.Session;
import org.tsunagu.checkupformat.document.GuidanceCourse.Sums;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.time.Dates;

/// Reads the course of guidance from its document (保健指導の経過の読み取り), by the roles of `guidance-items.tsv`.
final class CourseOfDocument {

    private static final String DONE = "EVN";
    private static final String PLANNED = "INT";

    private final GuidanceDocument document;

    CourseOfDocument(GuidanceDocument document) {
        this.document = document;
    }

    GuidanceCourse course() {
        var common = act(GuidanceSection.COMMON, DONE);
        var first = act(GuidanceSection.FIRST, DONE);
        return new GuidanceCourse(
                text(common, Roles.LEVEL),
                Dates.compact(text(common, Roles.CHECKUP_DAY)),
                act(GuidanceSection.FIRST_PART, DONE).map(CourseOfDocument::interview),
                first.map(CourseOfDocument::interview),
                text(first, Roles.EARLY),
                act(GuidanceSection.FIRST, PLANNED).map(CourseOfDocument::plan),
                acts(GuidanceSection.SUPPORT, DONE).stream()
                        .map(act -> session(act, Roles.SUPPORT_MINUTES, Roles.SUPPORT_POINTS))
                        .toList(),
                act(GuidanceSection.INTERIM, DONE).map(CourseOfDocument::interim),
                act(GuidanceSection.FINAL, DONE).map(CourseOfDocument::finalEvaluation),
                sums(PLANNED),
                sums(DONE),
                acts(GuidanceSection.TOTALS, DONE).stream()
                        .flatMap(act -> Dates.compact(act.date().text()).stream())
                        .findFirst());
    }

    private List<GuidanceAct> acts(String section, String mood) {
        var found = new ArrayList<GuidanceAct>();
        for (var one : document.sections()) {
            if (one.code().text().equals(section)) {
                for (var act : one.acts()) {
                    if (act.mood().equals(mood)) {
                        found.add(act);
                    }
                }
            }
        }
        return found;
    }

    /// The acts of a section that is written once per document as one: the session with the results of all.
    private Optional<GuidanceAct> act(String section, String mood) {
        var found = acts(section, mood);
        if (found.size() < 2) {
            return found.stream().findFirst();
        }
        var main = found.stream().filter(GuidanceAct::isSession).findFirst().orElse(found.getFirst());
        var results = new ArrayList<GuidanceResult>();
        found.forEach(act -> results.addAll(act.results()));
        return Optional.of(main.with(results));
    }

    private static Session interview(GuidanceAct act) {
        return session(act, Roles.FIRST_MINUTES, "");
    }

    private static Session session(GuidanceAct act, String minutes, String points) {
        return new Session(
                day(act),
                act.form().text(),
                act.formSystem(),
                minutes(act, minutes),
                number(act, points),
                act.staff().text(),
                act.facility().number().text(),
                act);
    }

    private static Optional<LocalDate> day(GuidanceAct act) {
        return Dates.compact(act.date().text());
    }

    private static @Nullable BigDecimal minutes(GuidanceAct act, String code) {
        for (var result : act.results()) {
            if (result.code().equals(code)) {
                return result.length().isEmpty()
                        ? result.number()
                        : Decimals.parse(result.length().number());
            }
        }
        return Decimals.parse(act.length().number());
    }

    private static Plan plan(GuidanceAct act) {
        return new Plan(
                number(act, Roles.PLAN_WEEKS),
                body(act, Roles.PLAN_BODY),
                number(act, Roles.ENERGY.get(0)),
                number(act, Roles.ENERGY.get(1)),
                number(act, Roles.ENERGY.get(2)),
                outcomes(act, Roles.PLAN_OUTCOMES),
                number(act, Roles.PLAN_POINTS),
                act);
    }

    private static Evaluation interim(GuidanceAct act) {
        var session = session(act, Roles.INTERIM_MINUTES, Roles.INTERIM_POINTS);
        return new Evaluation(
                session, body(act, Roles.INTERIM_BODY), outcomes(act, Roles.INTERIM_OUTCOMES), session.points(), null);
    }

    private static Evaluation finalEvaluation(GuidanceAct act) {
        return new Evaluation(
                session(act, "", ""),
                body(act, Roles.FINAL_BODY),
                outcomes(act, Roles.FINAL_OUTCOMES),
                number(act, Roles.FINAL_POINTS),
                number(act, Roles.ATTEMPTS));
    }

    private static Body body(GuidanceAct act, List<String> codes) {
        return new Body(
                number(act, codes.get(0)),
                number(act, codes.get(1)),
                number(act, codes.get(2)),
                number(act, codes.get(3)));
    }

    private static Outcomes outcomes(GuidanceAct act, List<String> codes) {
        var texts = codes.stream().map(code -> text(Optional.of(act), code)).toList();
        return new Outcomes(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4), texts.get(5));
    }

    private Sums sums(String mood) {
        var isPlanned = mood.equals(PLANNED);
        var acts = acts(GuidanceSection.TOTALS, mood);
        var counts = isPlanned ? Roles.PLANNED_COUNTS : Roles.DONE_COUNTS;
        var minutes = isPlanned ? Roles.PLANNED_MINUTES : Roles.DONE_MINUTES;
        var forms = new ArrayList<FormSum>();
        for (var i = 0; i < counts.size(); i++) {
            forms.add(new FormSum(
                    String.valueOf(i + 1),
                    number(acts, counts.get(i)),
                    i < minutes.size() ? number(acts, minutes.get(i)) : null));
        }
        return new Sums(
                List.copyOf(forms),
                number(acts, isPlanned ? Roles.PLANNED_PROCESS : Roles.DONE_PROCESS),
                number(acts, isPlanned ? Roles.PLANNED_TOTAL : Roles.DONE_TOTAL));
    }

    private static @Nullable BigDecimal number(List<GuidanceAct> acts, String code) {
        for (var act : acts) {
            var number = number(act, code);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    private static @Nullable BigDecimal number(GuidanceAct act, String code) {
        return code.isEmpty()
                ? null
                : act.find(code).map(GuidanceResult::number).orElse(null);
    }

    private static String text(Optional<GuidanceAct> act, String code) {
        return act.flatMap(one -> one.find(code)).map(GuidanceResult::text).orElse("");
    }

    /// The codes by their roles, looked up once (役割別の項目コード).
    private static final class Roles {
        private static final GuidanceItems ITEMS = GuidanceItems.shipped();
        private static final String LEVEL = done(GuidanceSection.COMMON, "level");
        private static final String CHECKUP_DAY = done(GuidanceSection.COMMON, "checkup_day");
        private static final String EARLY = done(GuidanceSection.FIRST, "early");
        private static final String FIRST_MINUTES = done(GuidanceSection.FIRST, "minutes");
        private static final String SUPPORT_MINUTES = done(GuidanceSection.SUPPORT, "minutes");
        private static final String SUPPORT_POINTS = done(GuidanceSection.SUPPORT, "points");
        private static final String INTERIM_MINUTES = done(GuidanceSection.INTERIM, "minutes");
        private static final String INTERIM_POINTS = done(GuidanceSection.INTERIM, "points");
        private static final String FINAL_POINTS = done(GuidanceSection.FINAL, "outcome_points");
        private static final String ATTEMPTS = done(GuidanceSection.FINAL, "attempts");
        private static final String PLAN_WEEKS = planned(GuidanceSection.FIRST, "period");
        private static final String PLAN_POINTS = planned(GuidanceSection.FIRST, "outcome_points");
        private static final List<String> ENERGY = List.of(
                planned(GuidanceSection.FIRST, "energy"),
                planned(GuidanceSection.FIRST, "energy_exercise"),
                planned(GuidanceSection.FIRST, "energy_diet"));
        private static final List<String> PLAN_BODY = all(GuidanceSection.FIRST, PLANNED, bodyRoles());
        private static final List<String> INTERIM_BODY = all(GuidanceSection.INTERIM, DONE, bodyRoles());
        private static final List<String> FINAL_BODY = all(GuidanceSection.FINAL, DONE, bodyRoles());
        private static final List<String> PLAN_OUTCOMES = all(GuidanceSection.FIRST, PLANNED, outcomeRoles());
        private static final List<String> INTERIM_OUTCOMES = all(GuidanceSection.INTERIM, DONE, outcomeRoles());
        private static final List<String> FINAL_OUTCOMES = all(GuidanceSection.FINAL, DONE, outcomeRoles());
        private static final List<String> PLANNED_COUNTS = numbered(PLANNED, "count_");
        private static final List<String> PLANNED_MINUTES = numbered(PLANNED, "minutes_");
        private static final List<String> DONE_COUNTS = numbered(DONE, "count_");
        private static final List<String> DONE_MINUTES = numbered(DONE, "minutes_");
        private static final String PLANNED_PROCESS = planned(GuidanceSection.TOTALS, "process_points");
        private static final String PLANNED_TOTAL = planned(GuidanceSection.TOTALS, "total_points");
        private static final String DONE_PROCESS = done(GuidanceSection.TOTALS, "process_points");
        private static final String DONE_TOTAL = done(GuidanceSection.TOTALS, "total_points");

        private static List<String> bodyRoles() {
            return List.of("waist", "weight", "systolic", "diastolic");
        }

        private static List<String> outcomeRoles() {
            return List.of("waist_weight", "diet", "exercise", "smoking", "rest", "other");
        }

        private static String done(String section, String role) {
            return ITEMS.get(section, DONE, role).code();
        }

        private static String planned(String section, String role) {
            return ITEMS.get(section, PLANNED, role).code();
        }

        private static List<String> all(String section, String mood, List<String> roles) {
            return roles.stream()
                    .map(role -> ITEMS.get(section, mood, role).code())
                    .toList();
        }

        private static List<String> numbered(String mood, String role) {
            return ITEMS.of(GuidanceSection.TOTALS).stream()
                    .filter(item -> item.actMood().equals(mood) && item.role().startsWith(role))
                    .map(GuidanceItem::code)
                    .toList();
        }
    }
}
