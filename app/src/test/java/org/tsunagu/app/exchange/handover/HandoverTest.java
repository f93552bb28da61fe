package org.tsunagu.app.exchange.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.exchange.handover.HandoverWorld.NEXT;
import static org.tsunagu.app.exchange.handover.HandoverWorld.UNION;
import static org.tsunagu.app.exchange.handover.HandoverWorld.examined;
import static org.tsunagu.app.exchange.handover.HandoverWorld.find;
import static org.tsunagu.app.exchange.handover.HandoverWorld.insurer;
import static org.tsunagu.app.exchange.handover.HandoverWorld.made;
import static org.tsunagu.app.exchange.handover.HandoverWorld.moved;
import static org.tsunagu.app.exchange.handover.HandoverWorld.object;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.exchange.handover.Handover.State;

/// Archives that are handed over, and what comes in return.
@ExtendWith(Office.Extension.class)
class HandoverTest {

    @TempDir
    Path folder;

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
        var insurer = insurer(folder, office, "06990121");
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
        var insurer = insurer(folder, office, "06990139");
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
}
