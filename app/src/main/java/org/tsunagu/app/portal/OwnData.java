package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Results;
import org.tsunagu.app.checkups.Verdict;
import org.tsunagu.app.checkups.Verdict.Question;
import org.tsunagu.app.claims.PersonCare;
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.guidance.PersonCourse;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.Tickets;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.Judging;

/// What all modules know of one member (本人のデータ), for the member's own pages. Nothing of it is decided here.
@Service
public class OwnData {

    private final Members members;
    private final Checkups checkups;
    private final PersonCare care;
    private final Guidance guidance;
    private final Tickets tickets;
    private final Consents consents;
    private final Clock clock;

    OwnData(
            Members members,
            Checkups checkups,
            PersonCare care,
            Guidance guidance,
            Tickets tickets,
            Consents consents,
            Clock clock) {
        this.members = members;
        this.checkups = checkups;
        this.care = care;
        this.guidance = guidance;
        this.tickets = tickets;
        this.consents = consents;
        this.clock = clock;
    }

    /// The person.
    public Member member(long id) {
        return members.find(new MemberId(id)).orElseThrow(NotFound::new);
    }

    /// Several members of the household, of whom the database shows what the actor may see.
    public List<Member> family(Member member) {
        return members.family(member);
    }

    /// Whether a member is insured here today.
    public boolean isCovered(long id) {
        return !members.coveredOn(List.of(id), LocalDate.now(clock)).isEmpty();
    }

    /// Checkups of a member with what is said about the latest (健診結果).
    ///
    /// @param judgement of the latest; empty for one that no rules cover
    public record Checked(
            Member member,
            List<Checkup> checkups,
            Results results,
            Map<Question, Verdict> verdicts,
            Optional<Judgement> judgement) {

        /// The latest checkup.
        public Optional<Checkup> latest() {
            return checkups.stream().findFirst();
        }
    }

    /// The checkups, those that a former insurer has handed over among the results.
    public Checked checked(Member member) {
        var own = checkups.of(member.id().value());
        var all = Stream.concat(own.stream(), checkups.handedOver(member.id().value()).stream())
                .sorted(Comparator.comparing(Checkup::examDate).reversed())
                .toList();
        return new Checked(
                member,
                own,
                new Results(member.sex(), member.birth(), all),
                own.isEmpty() ? Map.of() : checkups.verdicts(own.getFirst().id()),
                own.stream().findFirst().flatMap(latest -> judged(member, latest)));
    }

    private static Optional<Judgement> judged(Member member, Checkup checkup) {
        var judging = Judging.shipped();
        return judging.covers(checkup.examDate())
                ? Optional.of(
                        judging.judge(new Examinee(member.sex(), member.birth(), checkup.examDate()), checkup.values()))
                : Optional.empty();
    }

    /// One checkup of a member; not that of anybody else.
    public Checkup checkup(Member member, long id) {
        return checkups.find(id)
                .filter(one -> one.memberId() == member.id().value())
                .orElseThrow(NotFound::new);
    }

    /// Medicines and costs (お薬・医療費).
    public PersonCare.Care care(long id) {
        return care.of(id);
    }

    /// Courses of guidance, the latest first.
    public List<PersonCourse> courses(long id) {
        return guidance.of(id).reversed();
    }

    /// Tickets, the latest first.
    public List<Ticket> tickets(long id) {
        return tickets.of(new MemberId(id));
    }

    /// Consents, the latest first.
    public List<Consent> consents(long id) {
        return consents.of(new MemberId(id));
    }
}
