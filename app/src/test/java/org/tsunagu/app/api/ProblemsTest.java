package org.tsunagu.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;

/// Whatever goes wrong is answered as RFC 9457 describes it.
@ExtendWith(World.Extension.class)
class ProblemsTest {

    private static void isProblem(Program.Answer answer, Problem problem) {
        assertThat(answer.status()).isEqualTo(problem.status().value());
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Language")).isEqualTo("ja");
        assertThat(answer.json().path("type").asString()).isEqualTo("/api/problems/" + problem.code());
        assertThat(answer.json().path("code").asString()).isEqualTo(problem.code());
        assertThat(answer.json().path("status").asInt())
                .isEqualTo(problem.status().value());
        assertThat(answer.json().path("title").asString())
                .isEqualTo(Texts.in(Language.JAPANESE).text("api.problem." + problem.code()));
        assertThat(answer.response().body())
                .doesNotContain("Exception")
                .doesNotContain("org.")
                .doesNotContain("at ");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nowhere, NOT_FOUND",
        "/api/v2/members, NOT_FOUND",
        "/api/v1/members/x, NOT_FOUND",
        "/api/v1/members/999999999999, NOT_FOUND",
        "/api/problems/nothing, NOT_FOUND",
        "/api/v1/members;x=1, MALFORMED",
        "/api/v1/tasks/1/close, METHOD_NOT_ALLOWED"
    })
    void a_wrong_address(String address, Problem problem, World world) {
        isProblem(world.program().get(address), problem);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/members?limit=0, limit",
        "/api/v1/members?limit=501, limit",
        "/api/v1/members?limit=many, limit",
        "/api/v1/members?cursor=!, cursor",
        "/api/v1/members?cursor=YWJj, cursor",
        "/api/v1/tasks?cursor=MQ, cursor",
        "/api/v1/tasks?kind=CALL, kind",
        "/api/v1/tasks?state=OPENED, state",
        "/api/v1/tasks?due_by=2026-02-30, due_by",
        "/api/v1/judgements, fiscal_year",
        "/api/v1/judgements?fiscal_year=2025&level=HIGH, level"
    })
    void a_parameter_that_is_not_valid_is_named(String address, String field, World world) {
        var answer = world.program().get(address);

        isProblem(answer, Problem.INVALID);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/members/search | {} | number",
                "/api/v1/members/search | {\"number\": [1]} | number",
                "/api/v1/tasks/1/close | {\"version\": 1, \"state\": \"OPEN\"} | state",
                "/api/v1/tasks/1/close | {\"version\": 1, \"state\": \"GONE\"} | state",
                "/api/v1/tasks/1/close | {\"version\": 1, \"state\": \"EXCLUDED\"} | note",
                "/api/v1/tasks/1/close | {\"state\": \"DONE\"} | version",
                "/api/v1/tasks/1/assign | {\"version\": \"x\"} | version"
            })
    void a_property_that_is_not_valid_is_named(String address, String json, String field, World world) {
        var answer = world.program().post(address, json);

        isProblem(answer, Problem.INVALID);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "\"x\""})
    void what_is_no_such_json_is_malformed(String body, World world) {
        isProblem(world.program().post("/api/v1/members/search", body), Problem.MALFORMED);
    }

    @Test
    void without_a_token_nothing_is_shown(World world) {
        var program = world.program();
        var bare = program.send(HttpRequest.newBuilder(
                        program.request("/api/v1/members").build().uri())
                .build());
        var wrong = program.send(HttpRequest.newBuilder(
                        program.request("/api/v1/members").build().uri())
                .header("Authorization", "Bearer 1.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                .build());

        isProblem(bare, Problem.UNAUTHENTICATED);
        isProblem(wrong, Problem.UNAUTHENTICATED);
        assertThat(bare.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tsunagu\"");
        assertThat(wrong.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void without_the_scope_nothing_is_shown(World world) {
        var answer = world.program(world.insurer(), Scope.COUNTS).get("/api/v1/members");

        isProblem(answer, Problem.FORBIDDEN);
        assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void a_method_that_cannot_be_used_is_told_which_can(World world) {
        var answer = world.program()
                .send(world.program().request("/api/v1/members").DELETE().build());

        isProblem(answer, Problem.METHOD_NOT_ALLOWED);
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @Test
    void a_format_that_cannot_be_given(World world) {
        isProblem(
                world.program()
                        .send(world.program()
                                .request("/api/v1/counts")
                                .header("Accept", "text/html")
                                .build()),
                Problem.NOT_ACCEPTABLE);
    }

    @Test
    void a_format_that_cannot_be_taken(World world) {
        isProblem(
                world.program()
                        .send(world.program()
                                .request("/api/v1/members/search")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}"))
                                .build()),
                Problem.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void a_body_that_is_too_large_or_of_unknown_length(World world) {
        var request = world.program().request("/api/v1/members/search").header("Content-Type", "application/json");
        var large = " ".repeat(70_000) + "{}";

        isProblem(world.program().post("/api/v1/members/search", large), Problem.TOO_LARGE);
        isProblem(
                world.program()
                        .send(request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                                .build()),
                Problem.LENGTH_REQUIRED);
    }

    @Test
    void a_failure_is_told_by_a_number_and_nothing_else(World world) {
        var database = world.office().everything();
        database.execute("alter table checkups.decision rename to decision_away");
        try {
            var answer = world.program().get("/api/v1/judgements?fiscal_year=2025");

            isProblem(answer, Problem.UNEXPECTED);
            assertThat(answer.json().path("reference").asString()).matches("[0-9A-F]{8}");
        } finally {
            database.execute("alter table checkups.decision_away rename to decision");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, en", "'en-GB,en;q=0.9,ja;q=0.5', en", "'ja,en;q=0.8', ja", "'fr', ja", "'???', ja"})
    void the_language_is_the_one_that_is_asked_for(String asked, String given, World world) {
        var answer = world.program()
                .send(world.program()
                        .request("/api/v1/nowhere")
                        .header("Accept-Language", asked)
                        .build());

        assertThat(answer.header("Content-Language")).isEqualTo(given);
        assertThat(answer.json().path("title").asString()).isEqualTo(given.equals("en") ? "Not found" : "見つかりません");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void every_type_can_be_opened_without_a_token(Problem problem, World world) {
        var address = java.net.URI.create(world.office().url() + problem.type());
        var answer = world.program().send(HttpRequest.newBuilder(address).build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asInt())
                .isEqualTo(problem.status().value());
    }
}
