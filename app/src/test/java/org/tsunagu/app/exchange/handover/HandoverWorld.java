package org.tsunagu.app.exchange.handover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Statement;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Recipient;

/// An insurer with results, people who went elsewhere, and archives about them.
final class HandoverWorld {

    private HandoverWorld() {}

    static final String NEXT = "06990014";

    static final String UNION = "39990015";

    /// An insurer with results of employers' checkups.
    static Insurer insurer(Path folder, Office office, String number) throws IOException {
        var insurer = office.insurer(number);
        Office.files(folder, number, 900, 1, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        try (var all = Files.list(folder.resolve("employers"))) {
            for (var file : all.sorted().toList()) {
                office.receive(insurer, file);
            }
        }
        office.waitForJobs(insurer);
        return insurer;
    }

    /// Members with a result, of some ages.
    static List<Long> examined(Office office, Insurer insurer, int from, int to, int most) {
        return office.everything()
                .queryForList(
                        "select m.id from membership.member m where m.insurer_id = ? and exists (select 1"
                                + " from checkups.checkup c where c.member_id = m.id and not c.withdrawn"
                                + " and c.superseded_by is null)"
                                + " and extract(year from age(current_date, m.birth)) between ? and ?"
                                + " order by m.id limit ?",
                        Long.class,
                        insurer.id().value(),
                        from,
                        to,
                        most);
    }

    /// Their time here ended ten days ago, and the register says where they went.
    static void moved(Office office, Insurer insurer, List<Long> people, String to) {
        people.forEach(member -> {
            ended(office, member);
            office.everything()
                    .update(
                            "insert into membership.transfer select insurer_id, member_id, max(from_day), 'OUT', ?, null,"
                                    + " null from membership.coverage where member_id = ? group by 1, 2"
                                    + " on conflict (insurer_id, member_id, covered_from, direction)"
                                    + " do update set other_insurer = excluded.other_insurer",
                            to,
                            member);
        });
    }

    static void ended(Office office, long member) {
        office.everything()
                .update(
                        "update membership.coverage set to_day = current_date - 10 where member_id = ?"
                                + " and coalesce(to_day, 'infinity'::date) >= current_date - 10",
                        member);
    }

    static String keys(Office office, List<Long> people) {
        return String.join(
                " ",
                office.everything()
                        .queryForList(
                                "select register_key from membership.member where id = any(?)", String.class, (Object)
                                        people.toArray(Long[]::new)));
    }

    static void object(Office office, long member) {
        office.bean(Consents.class)
                .say(new Statement(
                        new MemberId(member),
                        Act.WITHDRAW,
                        "NEXT_INSURER",
                        Recipient.ANYBODY,
                        Set.of(),
                        LocalDate.now(office.bean(Clock.class)),
                        Optional.empty(),
                        new Statement.How(Consent.Asked.PHONE, Statement.Proxy.NOBODY, "試験", "v1", "ja", ""),
                        0,
                        UUID.randomUUID()));
    }

    static Handover made(Office office, Insurer insurer, HandoverKind kind, String receiver) {
        var id = office.as(insurer, Role.CLERK, () -> {
            var people = office.bean(HandoverPeople.class)
                    .of(kind, receiver, LocalDate.now(office.bean(Clock.class)), "")
                    .people();
            return office.bean(Handovers.class)
                    .make(
                            new Handovers.Wanted(kind, receiver, "次の保険者", LocalDate.now(office.bean(Clock.class))),
                            people)
                    .orElseThrow();
        });
        office.waitForJobs(insurer);
        return find(office, insurer, id);
    }

    static Handover find(Office office, Insurer insurer, long id) {
        return office.as(
                insurer, Role.CLERK, () -> office.bean(Handovers.class).find(id).orElseThrow());
    }

    static void say(Office office, Insurer insurer, long member) {
        office.as(insurer, Role.CLERK, () -> {
            object(office, member);
            return 0;
        });
    }

    static Visitor.Answer make(Visitor clerk, String people, String sure) {
        return clerk.post(
                "/handover",
                "kind",
                "INSURER",
                "number",
                NEXT,
                "name",
                "次",
                "requested",
                LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).toString(),
                "people",
                people,
                "sure",
                sure);
    }

    static long id(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ? and register_key = ?",
                        Long.class,
                        insurer.id().value(),
                        key);
    }

    static HandoverPeople.Who who(Office office, Insurer insurer, String keys) {
        return office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(HandoverPeople.class)
                        .of(HandoverKind.INSURER, NEXT, LocalDate.now(office.bean(Clock.class)), keys));
    }

    static String number(Office office, long member) {
        return office.everything()
                .queryForObject("select number from membership.member where id = ?", String.class, member);
    }
}
