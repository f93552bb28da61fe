package org.tsunagu.app.exchange.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;

/// How long the archive of many people takes; asked for with `-Dtsunagu.handover.members=40000`.
@ExtendWith(Office.Extension.class)
@EnabledIfSystemProperty(named = "tsunagu.handover.members", matches = "[0-9]+")
class HandoverSpeedTest {

    private static final String NEXT = "06990014";
    private static final long DOCUMENTS_A_SECOND = 50_000 / 60;

    @TempDir
    Path folder;

    @Test
    void fifty_thousand_people_take_less_than_a_minute(Office office) throws IOException {
        var number = "06990220";
        var insurer = office.insurer(number);
        Office.files(folder, number, Integer.getInteger("tsunagu.handover.members"), 2, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(path -> path.toString().endsWith(".zip"))
                    .sorted()
                    .toList()) {
                office.receive(insurer, file);
            }
        }
        office.waitForJobs(insurer);
        office.everything()
                .update(
                        "insert into membership.transfer select insurer_id, member_id, max(from_day), 'OUT', ?, null, null"
                                + " from membership.coverage where insurer_id = ? group by 1, 2 on conflict do nothing",
                        NEXT,
                        insurer.id().value());

        office.everything()
                .update(
                        "update membership.coverage set to_day = current_date - 10 where insurer_id = ?"
                                + " and coalesce(to_day, 'infinity'::date) >= current_date - 10",
                        insurer.id().value());

        var begin = System.nanoTime();
        var id = office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Handovers.class)
                        .make(
                                new Handovers.Wanted(
                                        HandoverKind.INSURER, NEXT, "次", LocalDate.now(office.bean(Clock.class))),
                                office.bean(HandoverPeople.class)
                                        .of(HandoverKind.INSURER, NEXT, LocalDate.now(office.bean(Clock.class)), "")
                                        .people())
                        .orElseThrow());
        var listed = System.nanoTime();
        office.waitForJobs(insurer);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var done = office.as(
                insurer, Role.CLERK, () -> office.bean(Handovers.class).find(id).orElseThrow());

        System.out.printf(
                "HANDOVER %d documents, %d written, %d left out: %d ms, of these %d ms listing%n",
                done.documents(),
                done.written(),
                done.leftOut(),
                took.toMillis(),
                Duration.ofNanos(listed - begin).toMillis());
        assertThat(done.state()).isEqualTo(Handover.State.CHECKED);
        assertThat(done.documents() / Math.max(1, took.toSeconds())).isGreaterThan(DOCUMENTS_A_SECOND);
    }
}
