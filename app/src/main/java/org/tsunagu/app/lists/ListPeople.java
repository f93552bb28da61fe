package org.tsunagu.app.lists;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.membership.Coverage;
import org.tsunagu.app.membership.Coverages;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Members;
import org.tsunagu.codes.care.CareHistory;
import org.tsunagu.rules.Examinations;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.care.Known;
import org.tsunagu.rules.eligibility.Enrolment;
import org.tsunagu.rules.list.ListPerson;

/// Gathers what lists look at of some members (抽出のための情報); within the transaction of the caller.
@Component
class ListPeople {

    private static final String IN_PROGRAMME = "IN_PROGRAMME";

    private final Members members;
    private final Coverages coverages;
    private final Checkups checkups;
    private final Guidance guidance;
    private final JdbcClient jdbc;
    private final Examinations examinations = new Examinations(Judging.shipped());

    ListPeople(Members members, Coverages coverages, Checkups checkups, Guidance guidance, JdbcClient jdbc) {
        this.members = members;
        this.coverages = coverages;
        this.checkups = checkups;
        this.guidance = guidance;
        this.jdbc = jdbc;
    }

    /// People by member.
    ///
    /// @param care what the claims say; who is not in it is taken for somebody of whom nothing is known
    Map<Long, ListPerson> of(Map<Long, CareHistory> care, Collection<Long> ids) {
        var known = members.within(ids);
        var times = coverages.of(ids);
        var taken = checkups.ofAll(ids);
        var guided = inProgramme(ids);
        var people = new HashMap<Long, ListPerson>();
        known.forEach((id, member) -> people.put(
                id,
                new ListPerson(
                        member.birth(),
                        taken.getOrDefault(id, List.of()).stream()
                                .flatMap(checkup -> examined(member, checkup))
                                .toList(),
                        new Known(
                                Optional.ofNullable(care.get(id)),
                                times.getOrDefault(id, List.of()).stream()
                                        .map(ListPeople::enrolment)
                                        .toList()),
                        // The register of long-term care is not connected; what that means is a parameter.
                        Optional.empty(),
                        guided.contains(id))));
        return people;
    }

    private Stream<org.tsunagu.rules.list.Examined> examined(Member member, Checkup checkup) {
        return examinations
                .of(new Examinee(member.sex(), member.birth(), checkup.examDate()), checkup.values())
                .stream();
    }

    private static Enrolment enrolment(Coverage coverage) {
        return new Enrolment(coverage.from(), coverage.to());
    }

    /// In the nephropathy programme, or in a course of specific health guidance.
    private Set<Long> inProgramme(Collection<Long> ids) {
        var supported = new HashSet<>(guidance.running(ids));
        supported.addAll(jdbc.sql("select distinct c.member_id from lists.confirmation c where c.member_id = any(:ids)"
                        + " and c.state = :state and not exists (select 1 from lists.confirmation n"
                        + " where n.member_id = c.member_id and n.list = c.list and n.id > c.id)")
                .param("ids", ids.toArray(Long[]::new))
                .param("state", IN_PROGRAMME)
                .query(Long.class)
                .list());
        return supported;
    }
}
