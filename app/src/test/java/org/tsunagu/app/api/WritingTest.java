package org.tsunagu.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;

/// What programs change: once, and only what is as they saw it.
@ExtendWith(World.Extension.class)
class WritingTest {

    private static final String KEY = "Idempotency-Key";

    @TempDir
    Path folder;

    private static long openTask(World world) {
        return world.sql(
                        "select id from worklists.task where insurer_id = ? and state = 'OPEN' and kind = 'VISIT'"
                                + " order by id limit 1",
                        world.id())
                .getFirst();
    }

    private static String closing(int version) {
        return "{\"version\": %d, \"state\": \"DONE\", \"note\": \"連携先で対応\"}".formatted(version);
    }

    @Test
    void a_task_is_closed_once_and_the_change_is_in_the_ledger(World world) {
        var program = Program.of(world.office(), world.insurer(), Scope.TASKS);
        var address = "/api/v1/tasks/" + openTask(world);
        var version = program.get(address).json().path("version").asInt();

        var closed = program.post(address + "/close", closing(version));
        var again = program.post(address + "/close", closing(version));

        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.json().path("state").asString()).isEqualTo("DONE");
        assertThat(closed.json().path("owner_name").asString()).isEqualTo("試験連携");
        assertThat(closed.json().path("version").asInt()).isEqualTo(version + 1);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asString()).isEqualTo("version_conflict");
        assertThat(world.office()
                        .everything()
                        .queryForList(
                                "select detail from audit.event where staff_id = ? and kind = 'CHANGE'",
                                String.class,
                                -program.client().id()))
                .containsExactly("task %s, close DONE".formatted(address.replaceAll(".*/", "")));
        assertThat(world.office()
                        .everything()
                        .queryForList(
                                "select staff_name || ': ' || state_before || ' > ' || state from worklists.change"
                                        + " where staff_id = ?",
                                String.class,
                                -program.client().id()))
                .containsExactly("試験連携: OPEN > DONE");
    }

    @Test
    void a_task_is_given_to_a_colleague_unless_somebody_was_faster(World world) {
        var program = world.program();
        var address = "/api/v1/tasks/" + openTask(world);
        var version = program.get(address).json().path("version").asInt();
        var staff = program.all("/api/v1/staff", 500).getFirst();
        var body = "{\"version\": %d, \"owner_id\": %d}";

        var given = program.post(
                address + "/assign", body.formatted(version, staff.path("id").asLong()));
        var late = program.post(
                address + "/assign", body.formatted(version, staff.path("id").asLong()));
        var anyVersion = program.post(
                address + "/assign", body.formatted(0, staff.path("id").asLong()));
        var stranger = program.post(address + "/assign", body.formatted(version + 1, 1_000_000));

        assertThat(given.json().path("owner_id")).isEqualTo(staff.path("id"));
        assertThat(given.json().path("state").asString()).isEqualTo("OPEN");
        assertThat(late.status()).isEqualTo(409);
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(anyVersion.status()).isEqualTo(409);
    }

    @Test
    void the_same_key_and_request_give_the_same_answer_and_another_request_is_refused(World world) {
        var program = world.program();
        var address = "/api/v1/tasks/%d/close".formatted(openTask(world));
        var version = program.get(address.replace("/close", ""))
                .json()
                .path("version")
                .asInt();

        var first = program.post(address, closing(version), KEY, "close-1");
        var again = program.post(address, closing(version), KEY, "close-1");
        var other = program.post(address, closing(version + 1), KEY, "close-1");
        var elsewhere = program.post(address.replace("/close", "/assign"), closing(version), KEY, "close-1");
        var otherProgram = Program.of(world.office(), world.insurer(), Scope.TASKS)
                .post(address, closing(version), KEY, "close-1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(List.of(other.status(), elsewhere.status())).containsOnly(422);
        assertThat(other.json().path("code").asString()).isEqualTo("key_reused");
        assertThat(otherProgram.status()).isEqualTo(409);
    }

    @Test
    void a_refusal_is_repeated_as_well_and_a_key_is_free_again_after_a_day(World world) {
        var program = world.program();
        var address = "/api/v1/tasks/%d/close".formatted(openTask(world));
        var refused = program.post(address, closing(-1), KEY, "close-2");
        var again = program.post(address, closing(-1), KEY, "close-2");
        world.office()
                .everything()
                .update("update api.answer set started_at = started_at - interval '25 hours' where key = 'close-2'");
        var dayAfter = program.post(address, closing(-2), KEY, "close-2");

        assertThat(List.of(refused.status(), again.status(), dayAfter.status())).containsOnly(409);
        assertThat(again.response().body()).isEqualTo(refused.response().body());
        assertThat(dayAfter.json().path("code").asString()).isEqualTo("version_conflict");
    }

    @Test
    void a_search_is_made_anew_and_nobodys_data_are_kept_with_the_key(World world) {
        var program = world.program();
        var first = program.post("/api/v1/members/search", "{\"number\": \"1\"}", KEY, "search-1");
        var again = program.post("/api/v1/members/search", "{\"number\": \"1\"}", KEY, "search-1");
        var other = program.post("/api/v1/members/search", "{\"number\": \"2\"}", KEY, "search-1");

        assertThat(List.of(first.status(), again.status(), other.status())).containsExactly(200, 200, 422);
        assertThat(world.sql("select length(body) from api.answer where key = 'search-1'"))
                .containsExactly(0L);
    }

    @Test
    void a_key_must_be_a_word(World world) {
        assertThat(world.program()
                        .post("/api/v1/members/search", "{\"number\": \"1\"}", KEY, "x".repeat(256))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void two_at_once_are_carried_out_once(World world) throws IOException {
        var program = world.program(world.other(), Scope.DELIVERIES);
        var address = "/api/v1/deliveries?name=slow.xml";
        var body = "<nothing></nothing>".getBytes(StandardCharsets.US_ASCII);
        var uri = URI.create(world.office().url());
        // A sender that pauses in the middle of its file.
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), uri.getPort())) {
            var head = "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: %s\r\n%s: slow-1\r\n"
                    + "Content-Type: application/xml\r\nContent-Length: %d\r\n\r\n";
            socket.getOutputStream()
                    .write(head.formatted(address, program.authorization(), KEY, body.length)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body, 0, 9);
            for (var i = 0;
                    i < 500
                            && world.sql("select 1 from api.answer where key = 'slow-1'")
                                    .isEmpty();
                    i++) {
                LockSupport.parkNanos(20_000_000);
            }
            var meanwhile = upload(program, address, body, "slow-1");
            socket.getOutputStream().write(body, 9, body.length - 9);
            var first = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var after = upload(program, address, body, "slow-1");

            assertThat(meanwhile.status()).isEqualTo(409);
            assertThat(meanwhile.json().path("code").asString()).isEqualTo("key_in_use");
            assertThat(first).startsWith("HTTP/1.1 202").contains("Location: " + after.header("Location"));
            assertThat(after.status()).isEqualTo(202);
            assertThat(after.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(first).contains(after.response().body());
        }
    }

    private static Program.Answer upload(Program program, String address, byte[] bytes, String... key) {
        var request = program.request(address)
                .header("Content-Type", address.endsWith(".zip") ? "application/zip" : "application/xml")
                .POST(BodyPublishers.ofByteArray(bytes));
        return program.send((key.length == 0 ? request : request.header(KEY, key[0])).build());
    }

    @Test
    void files_from_a_program_end_up_as_those_from_the_screen_do(World world) throws IOException {
        var office = world.office();
        var byProgram = office.insurer("99000846");
        var byScreen = office.insurer("99000853");
        var program = Program.of(office, byProgram, Scope.DELIVERIES);
        var files = Office.files(folder.resolve("a"), byProgram.number(), 60, 1, 0.05);
        office.register(byProgram, Files.readAllBytes(files.resolve("members.csv")), true);
        for (var zip : World.archives(files)) {
            var answer = upload(program, "/api/v1/deliveries?name=" + zip.getFileName(), Files.readAllBytes(zip));
            assertThat(answer.status()).isEqualTo(202);
        }
        var twin = Office.files(folder.resolve("b"), byScreen.number(), 60, 1, 0.05);
        office.register(byScreen, Files.readAllBytes(twin.resolve("members.csv")), true);
        World.archives(twin).forEach(zip -> office.receive(byScreen, zip));
        office.waitForJobs(byProgram);
        office.waitForJobs(byScreen);

        assertThat(endState(world, byProgram)).hasSizeGreaterThan(5).isEqualTo(endState(world, byScreen));
        var deliveries = program.all("/api/v1/deliveries", 4);
        assertThat(deliveries).allMatch(one -> !one.path("busy").asBoolean());
        for (var delivery : deliveries) {
            var id = delivery.path("id").asLong();
            var findings = program.all("/api/v1/deliveries/%d/findings".formatted(id), 200).stream()
                    .map(finding -> finding.path("id").asLong())
                    .toList();
            assertThat(findings)
                    .isEqualTo(world.sql("select id from intake.finding where delivery_id = ? order by id", id));
        }
    }

    private static List<String> endState(World world, Insurer insurer) {
        var id = insurer.id().value();
        return world.office().everything().queryForList("""
                        select 'document ' || status || ' ' || match || ' ' || count(*) from intake.document
                        where insurer_id = ? group by status, match
                        union all select 'delivery ' || state || ' ' || count(*) from intake.delivery
                        where insurer_id = ? group by state
                        union all select 'decision ' || question || ' ' || value || ' ' || count(*)
                        from checkups.current_decision where insurer_id = ? group by question, value
                        union all select 'task ' || kind || ' ' || count(*) from worklists.task
                        where insurer_id = ? group by kind
                        union all select 'finding ' || code || ' ' || count(*) from intake.finding
                        where insurer_id = ? group by code order by 1
                        """, String.class, id, id, id, id, id);
    }

    @Test
    void the_same_file_again_is_recognised_and_a_name_with_a_folder_is_refused(World world) {
        var program = world.program(world.other(), Scope.DELIVERIES);
        var bytes = "<once/>".getBytes(StandardCharsets.UTF_8);
        var first = upload(program, "/api/v1/deliveries?name=once.xml", bytes);
        var again = upload(program, "/api/v1/deliveries?name=twice.xml", bytes);

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(upload(program, "/api/v1/deliveries?name=..%2Fonce.xml", bytes)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_program_says_what_a_file_holds_and_only_what_can_be_said(World world) {
        var program = world.program(world.other(), Scope.DELIVERIES);
        var bytes = "<clinical/>".getBytes(StandardCharsets.UTF_8);

        var unknown = upload(program, "/api/v1/deliveries?name=x.xml&origin=HANDOVER", bytes);
        var taken = upload(program, "/api/v1/deliveries?name=x.xml&origin=CLINICAL", bytes);

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(taken.status()).isEqualTo(202);
        assertThat(world.office()
                        .everything()
                        .queryForObject(
                                "select origin from intake.delivery where id = ?",
                                String.class,
                                taken.json().path("id").asLong()))
                .isEqualTo("CLINICAL");
    }
}
