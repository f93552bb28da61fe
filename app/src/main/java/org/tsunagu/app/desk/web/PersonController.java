package org.tsunagu.app.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Results;
import org.tsunagu.app.checkups.Verdict;
import org.tsunagu.app.checkups.Verdict.Question;
import org.tsunagu.app.claims.PersonCare;
import org.tsunagu.app.contacts.Contact;
import org.tsunagu.app.contacts.Contacts;
import org.tsunagu.app.desk.Histories;
import org.tsunagu.app.desk.History;
import org.tsunagu.app.lists.ListEntry;
import org.tsunagu.app.lists.PeopleLists;
import org.tsunagu.app.membership.Coverage;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.seniors.SeniorQuestionnaire;

/// Everything about a person on one page (個人ページ).
@Controller
public class PersonController {

    private static final String PURPOSE = "guidance";

    private final Members members;
    private final Checkups checkups;
    private final Tasks tasks;
    private final Contacts contacts;
    private final PeopleLists lists;
    private final Histories histories;
    private final PersonCare care;
    private final Audit audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    PersonController(
            Members members,
            Checkups checkups,
            Tasks tasks,
            Contacts contacts,
            PeopleLists lists,
            Histories histories,
            PersonCare care,
            Audit audit,
            TenantTransactions transactions,
            Clock clock) {
        this.transactions = transactions;
        this.members = members;
        this.checkups = checkups;
        this.tasks = tasks;
        this.contacts = contacts;
        this.lists = lists;
        this.histories = histories;
        this.care = care;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param age in completed years today
    /// @param verdicts of the latest checkup
    public record Content(
            Member member,
            int age,
            List<Coverage> coverage,
            List<Member> family,
            List<Members.Change> changes,
            List<Checkup> checkups,
            Map<Question, Verdict> verdicts,
            Results results,
            List<Task> tasks,
            List<Contact> contacts,
            List<ListEntry> lists,
            History history,
            PersonCare.Care care) {

        /// The latest checkup.
        public Optional<Checkup> latest() {
            return checkups.stream().findFirst();
        }

        /// The answers to the questionnaire for 75 and over in the latest checkup that has any.
        public List<SeniorQuestionnaire.Answer> questionnaire() {
            return checkups.stream()
                    .map(checkup -> SeniorQuestionnaire.of(checkup.examDate(), checkup.values()))
                    .filter(answers ->
                            answers.stream().anyMatch(answer -> !answer.code().isEmpty()))
                    .findFirst()
                    .orElse(List.of());
        }
    }

    @GetMapping("/members/{id:[0-9]+}")
    View person(@PathVariable long id) {
        var member = members.find(new MemberId(id)).orElseThrow(NotFound::new);
        // In an emergency the family stays closed: the leave is for one person.
        var isEmergency = !Actors.current().may(Permission.VIEW_PERSONS);
        var family = isEmergency ? List.<Member>of() : members.family(member);
        var looks = Stream.of("register", "checkup", "contact", "consent", "disclosure", "claim", "list")
                .map(data -> isEmergency ? EmergencyController.look(id, data) : Look.at(id, data, PURPOSE, "/members"));
        var relatives = family.stream()
                .map(relative -> new Look(
                        Look.Kind.LIST,
                        "register",
                        relative.id().value(),
                        PURPOSE,
                        Look.OWN_WORK,
                        "/members",
                        "family"));
        audit.note(Stream.concat(looks, relatives).toList());
        return Page.of("desk/person", transactions.inCurrent(() -> content(member, family)));
    }

    private Content content(Member member, List<Member> family) {
        var all = checkups.of(member.id().value());
        var verdicts = all.isEmpty()
                ? Map.<Question, Verdict>of()
                : checkups.verdicts(all.getFirst().id());
        var coverage = members.coverage(member.id());
        var met = contacts.of(member.id());
        return new Content(
                member,
                Dates.age(member.birth(), LocalDate.now(clock)),
                coverage,
                family,
                members.changes(member.id()),
                all,
                verdicts,
                new Results(
                        member.sex(),
                        member.birth(),
                        withHandedOver(all, member.id().value())),
                tasks.of(member.id().value()),
                met,
                lists.of(member.id().value()),
                histories.of(member.id(), coverage, met),
                care.of(member.id().value()));
    }

    /// Years are compared across insurers; what is judged and counted is this one's.
    private List<Checkup> withHandedOver(List<Checkup> own, long id) {
        return Stream.concat(own.stream(), checkups.handedOver(id).stream())
                .sorted(Comparator.comparing(Checkup::examDate).reversed())
                .toList();
    }
}
