package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.CheckupPages;
import org.tsunagu.app.checkups.CheckupPages.Judged;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Verdict.Question;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.guidance.Candidate;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.guidance.Priority;
import org.tsunagu.rules.guidance.Ranked;
import org.tsunagu.rules.stratification.Level;

/// The candidates of a fiscal year in the order of priority (対象者の一覧と重点化): those whose result of the year,
/// the one that the report counts, was judged as level 1 or 2.
@Service
public class Candidates {

    private static final int AT_ONCE = 1000;
    private static final Priority PRIORITY = new Priority(Running.TABLES);

    private final CheckupPages pages;
    private final Checkups checkups;
    private final Members members;
    private final CourseStore store;
    private final Exclusions exclusions;
    private final Priorities priorities;
    private final Repeats repeats;
    private final AskingStore asking;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final Judging judging = Judging.shipped();

    Candidates(
            CheckupPages pages,
            Checkups checkups,
            Members members,
            CourseStore store,
            Exclusions exclusions,
            Priorities priorities,
            Repeats repeats,
            AskingStore asking,
            TenantTransactions transactions,
            Clock clock) {
        this.pages = pages;
        this.checkups = checkups;
        this.members = members;
        this.store = store;
        this.exclusions = exclusions;
        this.priorities = priorities;
        this.repeats = repeats;
        this.asking = asking;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Somebody who could be guided, with the place in the order and why (対象者).
    ///
    /// @param ranked place and what each criterion gives
    /// @param repeat whether motivational support is enough in the second active year
    /// @param exclusion what was found out about drugs; empty when nobody has asked
    /// @param asking invitations and answers
    /// @param isMember whether the person is insured here today
    /// @param course empty as long as none is open
    public record Line(
            Member member,
            Judged judged,
            Ranked ranked,
            Decision<Boolean> repeat,
            Optional<Exclusions.Exclusion> exclusion,
            boolean isMember,
            Asking asking,
            Optional<Standing> course) {

        /// The state of the course, LEFT for somebody who is no member any more, EXCLUDED, where
        /// the invitation stands, or WAITING.
        public String state() {
            if (course.isPresent()) {
                return course.get().state().name();
            }
            if (!isMember) {
                return "LEFT";
            }
            if (exclusion.filter(Exclusions.Exclusion::isExcluded).isPresent()) {
                return "EXCLUDED";
            }
            return switch (asking.state()) {
                case "ASKED", "NOT_REACHED", "UNDECIDED" -> asking.state();
                case "DECLINED" -> "REFUSED";
                default -> "WAITING";
            };
        }

        /// Whether the person can be invited, and a course opened: insured, not left out, without a
        /// course.
        public boolean isInvitable() {
            return course.isEmpty()
                    && isMember
                    && exclusion.filter(Exclusions.Exclusion::isExcluded).isEmpty();
        }
    }

    /// Where a course stands.
    public record Standing(long courseId, CourseState state) {}

    /// All of them in their order.
    public List<Line> of(FiscalYear year) {
        return transactions.inCurrent(() -> ranked(year));
    }

    private List<Line> ranked(FiscalYear year) {
        var targets = ofYear(year).entrySet().stream()
                .filter(one -> Level.of(one.getValue().verdict().value()).isGuidanceTarget())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var before = ofYear(new FiscalYear(year.year() - 1));
        var people = members.find(targets.keySet().stream().map(MemberId::new).toList());
        var courses =
                store.of(List.copyOf(targets.keySet())).stream().collect(Collectors.groupingBy(PersonCourse::memberId));
        var today = LocalDate.now(clock);
        var excluded = exclusions.inForce(year.year());
        var asked = asking.ofYear(year.year());
        var insured = members.coveredOn(targets.keySet(), today);
        var known = new HashMap<Long, Known>();
        for (var part : parts(targets.keySet())) {
            var results = checkups.ofAll(part);
            for (var id : part) {
                var person = people.get(new MemberId(id));
                if (person != null) {
                    known.put(
                            id,
                            known(
                                    person,
                                    Objects.requireNonNull(targets.get(id)),
                                    Optional.ofNullable(before.get(id)),
                                    results.getOrDefault(id, List.of()),
                                    courses.getOrDefault(id, List.of())));
                }
            }
        }
        return PRIORITY
                .rank(today, known.values().stream().map(Known::candidate).toList(), priorities.current())
                .stream()
                .map(ranked -> Objects.requireNonNull(
                                known.get(Long.valueOf(ranked.candidate().key())))
                        .line(ranked, excluded, asked, insured, today))
                .toList();
    }

    private static List<List<Long>> parts(Collection<Long> ids) {
        var all = ids.stream().sorted().toList();
        var parts = new ArrayList<List<Long>>();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }

    /// The judgement of each member's result of a year: the one that the report counts.
    private Map<Long, Judged> ofYear(FiscalYear year) {
        var results = new HashMap<Long, Judged>();
        var after = 0L;
        List<Judged> page;
        do {
            page = pages.ofYear(year.year(), Question.STRATIFICATION, after, AT_ONCE);
            for (var one : page) {
                results.put(one.memberId(), one);
                after = one.checkupId();
            }
        } while (page.size() == AT_ONCE);
        return results;
    }

    /// What is known about a candidate before the order is.
    private record Known(
            Member member,
            Judged judged,
            Candidate candidate,
            Decision<Boolean> repeat,
            Optional<PersonCourse> course) {

        Line line(
                Ranked ranked,
                Map<Long, Exclusions.Exclusion> excluded,
                Map<Long, Asking> asked,
                Set<Long> insured,
                LocalDate today) {
            return new Line(
                    member,
                    judged,
                    ranked,
                    repeat,
                    Optional.ofNullable(excluded.get(member.id().value())),
                    insured.contains(member.id().value()),
                    asked.getOrDefault(
                            member.id().value(), Asking.none(member.id().value())),
                    course.map(one ->
                            new Standing(one.id(), Running.of(one).on(today).state())));
        }
    }

    private Known known(
            Member member, Judged judged, Optional<Judged> before, List<Checkup> results, List<PersonCourse> courses) {
        var byId = results.stream().collect(Collectors.toMap(Checkup::id, Function.identity()));
        var now = Optional.ofNullable(byId.get(judged.checkupId()));
        var then = before.flatMap(one -> Optional.ofNullable(byId.get(one.checkupId())));
        var lastCourse = courses.stream()
                .filter(course -> course.fiscalYear() == judged.fiscalYear() - 1)
                .max(Comparator.comparing(PersonCourse::checkupDay));
        var level = Level.of(judged.verdict().value());
        var candidate = new Candidate(
                Long.toString(member.id().value()),
                new FiscalYear(judged.fiscalYear()).ageOf(member.birth()),
                level,
                before.map(one -> new Candidate.LastYear(
                        Level.of(one.verdict().value()),
                        lastCourse
                                .filter(course -> Running.RULES.isStarted(
                                        Running.of(course).course()))
                                .isPresent())),
                now.flatMap(one -> then.map(other -> severity(member, one) > severity(member, other))),
                now.map(one -> Habits.unhealthy(one.values())).orElse(OptionalInt.empty()),
                // No item of the checkup says whether the doctor asks for caution.
                Optional.empty());
        return new Known(
                member,
                judged,
                candidate,
                repeats.decide(judged.examDate(), level, now, then, lastCourse),
                courses.stream()
                        .filter(course -> course.checkupDay().equals(judged.examDate()))
                        .findFirst());
    }

    /// How far the results are from the reference, all together.
    private int severity(Member member, Checkup checkup) {
        return judging.covers(checkup.examDate())
                ? judging
                        .judge(new Examinee(member.sex(), member.birth(), checkup.examDate()), checkup.values())
                        .bands()
                        .stream()
                        .mapToInt(Band::band)
                        .sum()
                : 0;
    }
}
