package org.tsunagu.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;

/// How programs get in.
@ExtendWith(Office.Extension.class)
class TokenTest {

    private static final String NUMBER = "99000838";
    private static final String GRANT = "grant_type=client_credentials";

    private static Program program(Office office, Scope... scopes) {
        return Program.of(office, office.insurer(NUMBER), scopes);
    }

    @Test
    void a_program_gets_a_short_lived_token_with_all_its_scopes(Office office) {
        var answer = program(office, Scope.COUNTS, Scope.TASKS).token();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isBetween(590, 600);
        assertThat(answer.json().path("scope").asString().split(" ")).containsExactlyInAnyOrder("counts.read", "tasks");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_token_can_be_asked_for_with_fewer_scopes_and_opens_no_more(Office office) {
        var program = program(office, Scope.COUNTS, Scope.TASKS);
        var token = program.token(program.client().clientId(), program.secret(), GRANT + "&scope=counts.read")
                .json()
                .path("access_token")
                .asString();

        assertThat(call(office, program, token, "/api/v1/counts")).isEqualTo(200);
        assertThat(call(office, program, token, "/api/v1/tasks")).isEqualTo(403);
    }

    private static int call(Office office, Program program, String token, String address) {
        return program.send(HttpRequest.newBuilder(URI.create(office.url() + address))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .status();
    }

    @Test
    void a_scope_that_is_not_its_own_is_refused(Office office) {
        var program = program(office, Scope.COUNTS);
        var answer = program.token(program.client().clientId(), program.secret(), GRANT + "&scope=persons.read");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void the_secret_may_stand_in_the_form(Office office) {
        var program = program(office, Scope.COUNTS);
        var form = GRANT + "&client_id=" + program.client().clientId() + "&client_secret=" + program.secret();
        var answer = program.send(HttpRequest.newBuilder(URI.create(office.url() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void a_wrong_secret_and_an_unknown_program_get_the_same_answer_and_the_try_is_noted(Office office) {
        var program = program(office, Scope.COUNTS);
        var wrong = program.token(program.client().clientId(), "wrong", GRANT);
        var unknown = program.token(NUMBER + "-nobody", "wrong", GRANT);

        assertThat(List.of(wrong.status(), unknown.status())).containsOnly(401);
        assertThat(wrong.response().body())
                .isEqualTo(unknown.response().body())
                .isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(office.everything()
                        .queryForList(
                                "select detail from audit.event where kind = 'LOGIN' and data_class = 'client'"
                                        + " and insurer_id = ?",
                                String.class,
                                office.insurer(NUMBER).id().value()))
                .contains(program.client().clientId() + " WRONG");
    }

    @Test
    void a_disabled_program_gets_no_token_and_loses_the_one_it_has(Office office) {
        var program = program(office, Scope.COUNTS);
        assertThat(program.get("/api/v1/counts").status()).isEqualTo(200);

        office.as(
                office.insurer(NUMBER),
                Role.ADMINISTRATOR,
                () -> office.bean(Clients.class).disable(program.client().id()));

        assertThat(program.get("/api/v1/counts").status()).isEqualTo(401);
        assertThat(program.token().status()).isEqualTo(401);
    }

    @Test
    void a_program_of_another_insurer_cannot_be_disabled(Office office) {
        var program = program(office, Scope.COUNTS);

        assertThat(office.as(
                        office.insurer("99000846"),
                        Role.ADMINISTRATOR,
                        () -> office.bean(Clients.class)
                                .disable(program.client().id())))
                .isFalse();
        assertThat(program.token().status()).isEqualTo(200);
    }

    @Test
    void after_its_last_day_a_program_gets_no_token(Office office) {
        var insurer = office.insurer(NUMBER);
        var made = office.as(
                insurer,
                Role.ADMINISTRATOR,
                () -> office.bean(Clients.class)
                        .add("期限切れ", EnumSet.of(Scope.COUNTS), Optional.of(LocalDate.parse("2026-01-01"))));

        assertThat(program(office, Scope.COUNTS)
                        .token(made.client().clientId(), made.secret(), GRANT)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_token_ends_when_its_time_is_over(Office office) {
        var program = program(office, Scope.COUNTS);
        assertThat(program.get("/api/v1/counts").status()).isEqualTo(200);

        office.everything()
                .update(
                        "update api.token set expires_at = now() where client = ?",
                        program.client().id());

        assertThat(program.get("/api/v1/counts").status()).isEqualTo(401);
    }

    @Test
    void secrets_and_tokens_are_kept_as_hashes(Office office) {
        var program = program(office, Scope.COUNTS);
        var token = program.token().json().path("access_token").asString();

        assertThat(office.everything().queryForList("select secret from api.client", String.class))
                .allMatch(secret -> secret.startsWith("$argon2id$"));
        assertThat(office.everything().queryForList("select hash from api.token", String.class))
                .isNotEmpty()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
                .doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type=password&username=a&password=b", "grant_type=authorization_code&code=a"})
    void other_grants_are_switched_off(String form, Office office) {
        var program = program(office, Scope.COUNTS);
        var answer = program.token(program.client().clientId(), program.secret(), form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).isIn("unsupported_grant_type", "invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/jwks",
                "/oauth2/device_authorization",
                "/.well-known/oauth-authorization-server"
            })
    void other_endpoints_are_closed(String address, Office office) {
        assertThat(program(office, Scope.COUNTS).get(address).status()).isIn(302, 403);
    }

    @Test
    void so_many_tries_a_minute_and_no_more(Office office) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.7"))) {
            assumeTrue(socket.isBound());
        }
        var program = program(office, Scope.COUNTS).from("127.0.0.7");
        var answer = program.token("nobody", "x", GRANT);
        for (var i = 0; i < 130 && answer.status() != 429; i++) {
            answer = program.token("nobody", "x", GRANT);
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void a_program_that_watches_over_the_installation_reads_its_figures_and_nothing_else(Office office) {
        var scraper = program(office, Scope.METRICS);
        var other = program(office, Scope.COUNTS);

        var token = scraper.token().json().path("access_token").asString();
        assertThat(call(office, scraper, token, "/actuator/prometheus")).isEqualTo(200);
        assertThat(call(office, scraper, token, "/api/v1/counts")).isEqualTo(403);
        var counts = other.token().json().path("access_token").asString();
        assertThat(call(office, other, counts, "/actuator/prometheus")).isEqualTo(403);
        assertThat(call(office, other, "1.00000000000000000000", "/actuator/prometheus"))
                .isEqualTo(401);
    }

    @Test
    void answers_in_fhir_are_for_systems_of_the_insurer_itself(Office office) {
        office.insurer("99700718");
        var administrator = new Visitor(office);
        administrator.logIn("99700718-administrator", Office.PASSWORD);
        administrator.get("/clients");
        var refused = administrator.post("/clients", "name", "試験", "scope", "FHIR_BUNDLE", "party", "RESEARCHER");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("FHIRは、この保険者のシステムだけが使えます");
        assertThat(administrator
                        .post("/clients", "name", "試験", "scope", "DISCLOSURES", "party", "RESEARCHER")
                        .body())
                .contains("試験を登録しました", "研究機関");
    }
}
