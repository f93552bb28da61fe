package org.tsunagu.app.exchange.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Statement;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.consent.Transfer.Side;
import org.tsunagu.app.exchange.handover.Handover.State;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Recipient;

/// Archives that are handed over: only of whoever may be handed over at that moment, and what comes in
/// return.
@ExtendWith(Office.Extension.class)
class HandoverTest {

    private static final String NEXT = "06990014";
    private static final String UNION = "39990015";

    @TempDir
    Path folder;

    /// An insurer with results of employers' checkups.
    private Insurer insurer(Office office, String number) throws IOException {
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
    private static List<Long> examined(Office office, Insurer insurer, int from, int to, int most) {
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
    private static void moved(Office office, Insurer insurer, List<Long> people, String to) {
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

    private static void ended(Office office, long member) {
        office.everything()
                .update(
                        "update membership.coverage set to_day = current_date - 10 where member_id = ?"
                                + " and coalesce(to_day, 'infinity'::date) >= current_date - 10",
                        member);
    }

    private static String keys(Office office, List<Long> people) {
        return String.join(
                " ",
                office.everything()
                        .queryForList(
                                "select register_key from membership.member where id = any(?)", String.class, (Object)
                                        people.toArray(Long[]::new)));
    }

    private static void object(Office office, long member) {
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

    private static Handover made(Office office, Insurer insurer, HandoverKind kind, String receiver) {
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

    private static Handover find(Office office, Insurer insurer, long id) {
        return office.as(
                insurer, Role.CLERK, () -> office.bean(Handovers.class).find(id).orElseThrow());
    }

    private static List<String> entries(Office office, Insurer insurer, Handover handover) throws IOException {
        var out = new ByteArrayOutputStream();
        office.as(insurer, Role.CLERK, () -> {
            office.bean(Handovers.class).write(handover, "HANDOVER", out);
            return 0;
        });
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void whoever_went_to_another_insurer_is_handed_over_unless_they_object(Office office) throws IOException {
        var insurer = insurer(office, "06990121");
        var people = examined(office, insurer, 43, 74, 4);
        moved(office, insurer, people, NEXT);
        office.as(insurer, Role.CLERK, () -> {
            object(office, people.getFirst());
            return 0;
        });

        var handover = made(office, insurer, HandoverKind.INSURER, NEXT);

        assertThat(handover.state()).isEqualTo(State.CHECKED);
        assertThat(handover.written()).isEqualTo(3);
        assertThat(handover.leftOut()).isEqualTo(1);
        assertThat(entries(office, insurer, handover))
                .hasSize(4)
                .allSatisfy(name -> assertThat(name).startsWith("06990121_06990014_"));
        office.as(insurer, Role.CLERK, () -> {
            assertThat(office.bean(Handovers.class).items(handover.id(), HandoverItem.State.LEFT_OUT, 9))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.memberId()).isEqualTo(people.getFirst());
                        assertThat(item.why()).isEqualTo("OBJECTED");
                    });
            var ledger = office.bean(Disclosures.class).of("handover/" + handover.id());
            assertThat(ledger).containsOnlyKeys(people);
            assertThat(ledger.get(people.getLast()).ground()).isEqualTo("L13");
            return 0;
        });
    }

    @Test
    void what_is_not_taken_is_sent_again_and_nothing_else(Office office) throws IOException {
        var insurer = insurer(office, "06990139");
        moved(office, insurer, examined(office, insurer, 43, 74, 3), NEXT);
        var handover = made(office, insurer, HandoverKind.INSURER, NEXT);
        var files = entries(office, insurer, handover).stream()
                .filter(name -> name.contains("/DATA/"))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
        var answer = "file,result,reason\n%s,accepted,\n%s,rejected,資格なし\n".formatted(files.getFirst(), files.get(1));
        var clerk = new Visitor(office);
        clerk.logIn("06990139-clerk", Office.PASSWORD);
        var path = "/handover/" + handover.id();

        var foreign = "file,result,reason\nsomething.xml,rejected,x\n";
        assertThat(clerk.get(path).body()).contains("作成・点検済み", "未確認");
        assertThat(clerk.post(path + "/file").path()).contains("exchange.problem.purpose");
        assertThat(clerk.post(path + "/sent").body()).contains("送付済みにしました");
        assertThat(clerk.upload(path + "/answer", "x.csv", "no answer".getBytes(StandardCharsets.UTF_8))
                        .path())
                .contains("exchange.problem.answer");
        assertThat(clerk.upload(path + "/answer", "f.csv", foreign.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("応答は取り込んでいません", "送付済み");
        assertThat(clerk.upload(path + "/answer", "a.csv", answer.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("応答を取り込みました", "資格なし");
        var again = clerk.post(path + "/resend");
        office.waitForJobs(insurer);

        var second = find(office, insurer, Long.parseLong(again.path().replaceAll("\\D*(\\d+).*", "$1")));
        assertThat(second.resentOf()).isEqualTo(handover.id());
        assertThat(second.written()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(1);
        assertThat(find(office, insurer, handover.id()).state()).isEqualTo(State.RESENT);
    }

    @Test
    void a_number_that_cannot_be_the_receivers_is_refused(Office office) throws IOException {
        office.insurer("06990147");
        var clerk = new Visitor(office);
        clerk.logIn("06990147-clerk", Office.PASSWORD);
        clerk.get("/handover");
        for (var wrong : Map.of(
                        "06990148",
                        "検証番号",
                        "06990147",
                        "自分の保険者番号です",
                        "88000013",
                        "種類がわかりません",
                        UNION,
                        "種類と保険者番号が合いません",
                        "069",
                        "検証番号")
                .entrySet()) {
            var page = clerk.post(
                    "/handover",
                    "kind",
                    "INSURER",
                    "number",
                    wrong.getKey(),
                    "name",
                    "相手",
                    "requested",
                    "2026-11-01",
                    "people",
                    "");
            assertThat(page.status()).as(wrong.getKey()).isEqualTo(422);
            assertThat(page.body()).as(wrong.getKey()).contains(wrong.getValue());
        }
        assertThat(clerk.post(
                                "/handover",
                                "kind",
                                "INSURER",
                                "number",
                                NEXT,
                                "name",
                                "相手",
                                "requested",
                                "2026-11-01",
                                "people",
                                "")
                        .body())
                .contains("引き継ぐ方がいません");
    }

    @Test
    void outside_the_ages_of_the_law_nobody_is_handed_over(Office office) throws IOException {
        var insurer = insurer(office, "06990154");
        moved(office, insurer, examined(office, insurer, 18, 39, 2), NEXT);
        moved(office, insurer, examined(office, insurer, 40, 74, 2), UNION);

        var young = made(office, insurer, HandoverKind.INSURER, NEXT);
        var union = made(office, insurer, HandoverKind.UNION, UNION);

        assertThat(young.state()).isEqualTo(State.EMPTY);
        assertThat(young.leftOut()).isEqualTo(2);
        assertThat(union.state()).isEqualTo(State.EMPTY);
        office.as(insurer, Role.CLERK, () -> {
            assertThat(office.bean(Handovers.class).items(young.id(), HandoverItem.State.LEFT_OUT, 9))
                    .extracting(HandoverItem::why)
                    .containsOnly("NO_GROUND");
            return 0;
        });
    }

    @Test
    void a_file_for_viewing_deletes_under_the_category_that_deletes(Office office) throws IOException {
        var insurer = insurer(office, "06990162");
        var people = examined(office, insurer, 18, 74, 3);
        var keys = keys(office, people);
        var id = office.as(insurer, Role.CLERK, () -> {
            var who = office.bean(HandoverPeople.class)
                    .of(HandoverKind.VIEW_DELETE, "94899010", LocalDate.now(office.bean(Clock.class)), keys)
                    .people();
            assertThat(who).hasSize(3);
            return office.bean(Handovers.class)
                    .make(
                            new Handovers.Wanted(
                                    HandoverKind.VIEW_DELETE,
                                    "94899010",
                                    "支払基金",
                                    LocalDate.now(office.bean(Clock.class))),
                            who)
                    .orElseThrow();
        });
        office.waitForJobs(insurer);
        var handover = find(office, insurer, id);
        var out = new ByteArrayOutputStream();
        office.as(insurer, Role.CLERK, () -> {
            office.bean(Handovers.class).write(handover, "HANDOVER", out);
            return 0;
        });

        assertThat(handover.written()).isEqualTo(3);
        var texts = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.add(entry.getName() + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts)
                .filteredOn(text -> text.contains("/DATA/"))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).contains("code=\"49\""));
        assertThat(texts)
                .filteredOn(text -> text.contains("ix08"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("interactionType code=\"12\""));
    }

    @Test
    void whoever_left_at_75_is_proposed_for_the_wide_area_union(Office office) {
        var insurer = office.insurer("06990261");
        var today = LocalDate.now(office.bean(Clock.class));
        var row = "%s,1,%d,01,1,self,見本 太郎,ミホン タロウ,1,%s,000-0001,架空市1,,2015-04-01,%s%n";
        office.register(
                insurer,
                "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,"
                        + "covered_from,covered_to\n"
                        + row.formatted("T75", 1, today.minusYears(75).minusDays(5), today.minusDays(6))
                        + row.formatted("T60", 2, today.minusYears(60), today.minusDays(6))
                        + row.formatted("STAYS", 3, today.minusYears(76), ""));
        var clerk = new Visitor(office);
        clerk.logIn("06990261-clerk", Office.PASSWORD);

        assertThat(clerk.get("/handover?turned=true").body()).contains("T75").doesNotContain("T60", "STAYS");
        assertThat(clerk.get("/handover").body()).doesNotContain("T75");
    }

    /// The first who is written says that the second must not be: from then on the second is not
    /// written.
    @Test
    void who_objects_in_the_middle_of_the_writing_is_not_written(Office office) throws IOException {
        var insurer = insurer(office, "06990170");
        var people = examined(office, insurer, 40, 74, 2);
        var items = new ArrayList<HandoverItem>();
        office.everything()
                .query(
                        "select member_id, id, delivery_id, entry from intake.document where member_id = any(?)",
                        row -> {
                            items.add(new HandoverItem(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getString(4),
                                    HandoverItem.State.LISTED,
                                    "",
                                    "",
                                    "CHECKUP"));
                        },
                        (Object) people.toArray(Long[]::new));
        var objecting = new ArrayList<>(people);
        var done = office.as(insurer, Role.CLERK, () -> {
            var archive = ArchiveWriter.create(
                    OutputStream.nullOutputStream(),
                    new ArchiveName("06990170", NEXT, LocalDate.parse("2026-11-27"), 0, 1),
                    Exchange.of("8"),
                    Optional.empty());
            var transfer = new Transfer(
                    new Side("HEALTH_UNION", "次"),
                    new Side("HEALTH_UNION", "当"),
                    "CHECKUP",
                    "NEXT_INSURER",
                    LocalDate.now(office.bean(Clock.class)),
                    "handover/test");
            var writing = new HandoverWriting(
                    insurer.id(),
                    office.bean(Disclosures.class),
                    data -> Optional.of(transfer),
                    document -> {
                        var number = document.header().patient().number().text();
                        objecting.stream()
                                .filter(one -> !number.equals(number(office, one)))
                                .findFirst()
                                .ifPresent(other -> object(office, other));
                        objecting.clear();
                        return document;
                    },
                    archive,
                    written -> {});
            var all = new ArrayList<HandoverItem>();
            items.stream()
                    .map(HandoverItem::deliveryId)
                    .distinct()
                    .sorted()
                    .forEach(delivery -> all.addAll(writing.delivery(
                            office.bean(Sources.class),
                            Long.MAX_VALUE,
                            items.stream()
                                    .filter(one -> one.deliveryId() == delivery)
                                    .toList())));
            return all;
        });

        assertThat(done).extracting(HandoverItem::state).containsOnlyOnce(HandoverItem.State.WRITTEN);
        assertThat(done)
                .filteredOn(one -> one.state() == HandoverItem.State.LEFT_OUT)
                .extracting(HandoverItem::why)
                .containsOnly("OBJECTED");
    }

    @Test
    void who_objects_after_the_writing_is_taken_out_before_the_file_leaves(Office office) throws IOException {
        var insurer = insurer(office, "06990352");
        var people = examined(office, insurer, 43, 74, 3);
        moved(office, insurer, people, NEXT);
        var first = made(office, insurer, HandoverKind.INSURER, NEXT);
        assertThat(first.written()).isEqualTo(3);
        var clerk = new Visitor(office);
        clerk.logIn("06990352-clerk", Office.PASSWORD);
        var path = "/handover/" + first.id();
        clerk.get(path);
        say(office, insurer, people.getFirst());

        assertThat(clerk.post(path + "/file", "purpose", "GUIDANCE").path()).contains("again.REBUILT");
        office.waitForJobs(insurer);
        var second = find(office, insurer, first.id());
        assertThat(second.state()).isEqualTo(State.CHECKED);
        assertThat(second.written()).isEqualTo(2);
        assertThat(second.original()).isNotEqualTo(first.original());
        assertThat(clerk.post(path + "/sent").body()).contains("送付済みにしました");

        say(office, insurer, people.getLast());
        assertThat(clerk.post(path + "/file", "purpose", "GUIDANCE").path()).contains("again.CLOSED");
    }

    private static void say(Office office, Insurer insurer, long member) {
        office.as(insurer, Role.CLERK, () -> {
            object(office, member);
            return 0;
        });
    }

    @Test
    void only_who_is_insured_by_the_receiver_is_handed_over(Office office) {
        var insurer = office.insurer("06990360");
        office.register(
                insurer,
                "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,"
                        + "covered_from,covered_to\n"
                        + List.of("here", "back", "next", "other", "unsaid").stream()
                                .map(key -> "%s,1,%d,01,1,self,見本 太郎,ミホン タロウ,1,1970-01-01,000-0001,架空市1,,2015-04-01,%n"
                                        .formatted(key, Math.abs(key.hashCode() % 10_000)))
                                .collect(java.util.stream.Collectors.joining()));
        moved(office, insurer, List.of(id(office, insurer, "next"), id(office, insurer, "back")), NEXT);
        moved(office, insurer, List.of(id(office, insurer, "other")), "06990022");
        ended(office, id(office, insurer, "unsaid"));
        office.everything()
                .update(
                        "insert into membership.coverage (insurer_id, member_id, from_day, to_day, reason)"
                                + " values (?, ?, current_date - 5, null, '')",
                        insurer.id().value(),
                        id(office, insurer, "back"));

        assertThat(who(office, insurer, ""))
                .isEqualTo(new HandoverPeople.Who(List.of(id(office, insurer, "next")), 0, 0, 0));
        assertThat(who(office, insurer, "here back").insured()).isEqualTo(2);
        assertThat(who(office, insurer, "other").elsewhere()).isOne();
        assertThat(who(office, insurer, "unsaid").unsaid()).isOne();
        var clerk = new Visitor(office);
        clerk.logIn("06990360-clerk", Office.PASSWORD);
        clerk.get("/handover");
        assertThat(make(clerk, "here", "true").body()).contains("加入している方が入っています");
        assertThat(make(clerk, "other", "true").body()).contains("ほかの保険者の方");
        assertThat(make(clerk, "unsaid", "").body()).contains("印を付けてください");
        assertThat(make(clerk, "unsaid", "true").path()).contains("exchange.handover.made");
    }

    private static Visitor.Answer make(Visitor clerk, String people, String sure) {
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

    private static long id(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ? and register_key = ?",
                        Long.class,
                        insurer.id().value(),
                        key);
    }

    private static HandoverPeople.Who who(Office office, Insurer insurer, String keys) {
        return office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(HandoverPeople.class)
                        .of(HandoverKind.INSURER, NEXT, LocalDate.now(office.bean(Clock.class)), keys));
    }

    @Test
    void what_was_examined_under_40_does_not_leave_under_a_ground_of_40_and_over(Office office) throws IOException {
        var insurer = insurer(office, "06990378");
        var people = examined(office, insurer, 43, 74, 2);
        moved(office, insurer, people, NEXT);
        office.everything()
                .update(
                        "update checkups.checkup set fiscal_year = fiscal_year - 40 where member_id = ?",
                        people.getFirst());

        var handover = made(office, insurer, HandoverKind.INSURER, NEXT);

        office.as(insurer, Role.CLERK, () -> {
            assertThat(office.bean(Handovers.class).items(handover.id(), HandoverItem.State.LEFT_OUT, 9))
                    .isNotEmpty()
                    .allSatisfy(item -> {
                        assertThat(item.memberId()).isEqualTo(people.getFirst());
                        assertThat(item.why()).isEqualTo("NO_GROUND");
                        assertThat(item.data()).isEqualTo("EMPLOYER_CHECKUP");
                    });
            return 0;
        });
        assertThat(handover.written()).isPositive();
    }

    @Test
    void what_was_registered_for_viewing_is_taken_back_also_when_it_counts_no_more(Office office) throws IOException {
        var insurer = insurer(office, "06990386");
        var people = examined(office, insurer, 18, 74, 3);
        var registered = view(office, insurer, HandoverKind.VIEW_REGISTER, people);
        office.everything().update("update checkups.checkup set withdrawn = true where member_id = any(?)", (Object)
                people.toArray(Long[]::new));

        assertThat(registered.written()).isPositive();
        assertThat(view(office, insurer, HandoverKind.VIEW_DELETE, people).written())
                .isEqualTo(registered.written());
    }

    private static Handover view(Office office, Insurer insurer, HandoverKind kind, List<Long> people) {
        var id = office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Handovers.class)
                        .make(
                                new Handovers.Wanted(kind, "94899010", "支払基金", LocalDate.now(office.bean(Clock.class))),
                                people)
                        .orElseThrow());
        office.waitForJobs(insurer);
        return find(office, insurer, id);
    }

    private static String number(Office office, long member) {
        return office.everything()
                .queryForObject("select number from membership.member where id = ?", String.class, member);
    }
}
