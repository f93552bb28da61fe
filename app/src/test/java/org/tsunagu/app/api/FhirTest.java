package org.tsunagu.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.api.Program.Answer;
import tools.jackson.databind.JsonNode;

/// FHIR clients read checkups, members and results of their insurer, say for what, and leave an entry.
@ExtendWith(World.Extension.class)
class FhirTest {

    static final String COUNTED = " from checkups.checkup where insurer_id = ? and superseded_by is null"
            + " and not withdrawn and held = ''";

    static Answer get(Program program, String address) {
        return program.send(
                program.request(address).header("X-Purpose", "REPORT").build());
    }

    static String path(String url) {
        var uri = URI.create(url);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    static String link(JsonNode bundle, String relation) {
        for (var link : bundle.path("link")) {
            if (link.path("relation").asString().equals(relation)) {
                return link.path("url").asString();
            }
        }
        return "";
    }

    static List<JsonNode> all(Program program, String address) {
        var found = new ArrayList<JsonNode>();
        for (var next = address; !next.isEmpty(); ) {
            var page = get(program, next);
            assertThat(page.status()).as(page.response().body()).isEqualTo(200);
            page.json().path("entry").forEach(entry -> found.add(entry.path("resource")));
            var more = link(page.json(), "next");
            next = more.isEmpty() ? "" : path(more);
        }
        return found;
    }

    @Test
    void what_the_server_can_do_is_open_to_all(World world) {
        var answer = world.program()
                .send(HttpRequest.newBuilder(URI.create(world.office().url() + "/fhir/metadata"))
                        .build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/fhir+json");
        assertThat(answer.json().path("fhirVersion").asString()).isEqualTo("4.0.1");
    }

    @Test
    void checkups_page_by_page_are_all_that_count_each_a_document(World world) {
        var expected = world.sql("select id" + COUNTED + " and exam_date >= '2025-04-01' order by id", world.id());
        var found = all(world.program(), "/fhir/Bundle?date=ge2025-04-01&_count=7");

        assertThat(expected).hasSizeGreaterThan(7);
        assertThat(found.stream().map(bundle -> bundle.path("id").asLong())).isEqualTo(expected);
        assertThat(found).allSatisfy(bundle -> {
            assertThat(bundle.path("type").asString()).isEqualTo("document");
            assertThat(bundle.path("entry")
                            .path(0)
                            .path("resource")
                            .path("resourceType")
                            .asString())
                    .isEqualTo("Composition");
        });
    }

    @Test
    void by_the_number_on_the_card_only_this_person_is_found_and_the_next_page_does_not_repeat_the_number(World world) {
        var card = world.office()
                .everything()
                .queryForMap(
                        "select m.id, symbol, number, branch from membership.member m where insurer_id = ?"
                                + " and branch <> '' and id in (select member_id" + COUNTED
                                + " group by 1 having count(*) > 1) limit 1",
                        world.id(),
                        world.id());
        var token = "%s:%s:%s:%s".formatted(World.NUMBER, card.get("symbol"), card.get("number"), card.get("branch"));
        var program = world.program();
        var answer = program.send(program.request("/fhir/Bundle/_search")
                .header("X-Purpose", "DISCLOSURE")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_count=1&patient.identifier="
                        + java.net.URLEncoder.encode(token, java.nio.charset.StandardCharsets.UTF_8)))
                .build());

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("entry").size()).isEqualTo(1);
        var next = link(answer.json(), "next");
        assertThat(next).contains("patient=" + card.get("id")).doesNotContain(String.valueOf(card.get("number")) + ":");
        assertThat(get(program, path(next)).json().path("entry").size()).isEqualTo(1);
    }

    @Test
    void results_of_a_person_are_found_by_item_and_the_person_by_id(World world) {
        var member = world.sql("select min(member_id)" + COUNTED, world.id()).getFirst();
        var program = world.program();
        var heights = all(program, "/fhir/Observation?patient=Patient/" + member + "&code=9N001000000000001");
        var person = get(program, "/fhir/Patient/" + member).json();

        assertThat(heights).isNotEmpty().allSatisfy(result -> {
            assertThat(result.path("subject").path("reference").asString()).isEqualTo("Patient/" + member);
            assertThat(result.path("valueQuantity").path("unit").asString()).isEqualTo("cm");
        });
        assertThat(person.path("identifier").path(0).path("value").asString()).startsWith(World.NUMBER + ":");
        assertThat(all(program, "/fhir/Patient?_id=" + member)).hasSize(1);
        assertThat(all(program, "/fhir/Patient?_count=60")).hasSizeGreaterThan(100);
    }

    @Test
    void without_a_purpose_nothing_is_shown_and_the_ledger_has_the_purpose(World world) {
        var id = world.sql("select min(id)" + COUNTED, world.id()).getFirst();
        var program = world.program(world.insurer(), Scope.FHIR_BUNDLE);
        var refused = program.get("/fhir/Bundle/" + id);
        var before = world.sql("select coalesce(max(seq), 0) from audit.event where insurer_id = ?", world.id());
        var shown = get(program, "/fhir/Bundle/" + id);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("resourceType").asString()).isEqualTo("OperationOutcome");
        assertThat(refused.json()
                        .path("issue")
                        .path(0)
                        .path("expression")
                        .path(0)
                        .asString())
                .isEqualTo("X-Purpose");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(world.office()
                        .everything()
                        .queryForList(
                                "select kind, data_class, purpose, place, detail from audit.event"
                                        + " where insurer_id = ? and seq > ? and place = '/fhir'",
                                world.id(),
                                before.getFirst()))
                .containsExactly(Map.of(
                        "kind", "VIEW",
                        "data_class", "checkup",
                        "purpose", "REPORT",
                        "place", "/fhir",
                        "detail", "checkup " + id));
    }

    @Test
    void a_scope_opens_its_own_resources_and_nothing_else(World world) {
        var bundles = world.program(world.insurer(), Scope.FHIR_BUNDLE);
        var persons = world.program(world.insurer(), Scope.PERSONS);

        assertThat(get(bundles, "/fhir/Bundle?_count=1").status()).isEqualTo(200);
        assertThat(get(bundles, "/fhir/Patient").status()).isEqualTo(403);
        assertThat(get(bundles, "/fhir/Observation?patient=1").status()).isEqualTo(403);
        assertThat(bundles.get("/api/v1/members").status()).isEqualTo(403);
        assertThat(get(persons, "/fhir/Bundle").json().path("resourceType").asString())
                .isEqualTo("OperationOutcome");
        assertThat(get(persons, "/fhir/Bundle").status()).isEqualTo(403);
    }

    @Test
    void what_belongs_to_another_insurer_is_not_found(World world) {
        var stranger = world.program(world.other(), Scope.values());
        var id = world.sql("select min(id)" + COUNTED, world.id()).getFirst();
        var member = world.sql("select min(member_id)" + COUNTED, world.id()).getFirst();

        assertThat(get(stranger, "/fhir/Bundle/" + id).status()).isEqualTo(404);
        assertThat(get(stranger, "/fhir/Patient/" + member).status()).isEqualTo(404);
        assertThat(all(stranger, "/fhir/Bundle")).isEmpty();
        assertThat(all(stranger, "/fhir/Observation?patient=" + member)).isEmpty();
        assertThat(all(stranger, "/fhir/Bundle?patient.identifier=" + World.NUMBER + ":1:1:01"))
                .isEmpty();
    }

    @Test
    void an_id_is_that_of_the_resource_itself(World world) {
        var id = world.sql("select max(id)" + COUNTED, world.id()).getFirst();

        assertThat(all(world.program(), "/fhir/Bundle?_id=" + id).stream()
                        .map(bundle -> bundle.path("id").asLong()))
                .containsExactly(id);
        assertThat(all(world.program(), "/fhir/Bundle?date=le1990-01-01&_id=" + id))
                .isEmpty();
    }

    @Test
    void a_condition_that_a_resource_does_not_have_is_refused_and_never_left_out(World world) {
        for (var address : List.of(
                "/fhir/Bundle?patiant=1",
                "/fhir/Bundle?identifier=" + World.NUMBER + ":1:1:01",
                "/fhir/Patient?patient=1",
                "/fhir/Patient?date=ge2025-04-01",
                "/fhir/Observation?patient=1&_id=1")) {
            var answer = get(world.program(), address);

            assertThat(answer.status()).as(address).isEqualTo(400);
            assertThat(answer.json().path("resourceType").asString()).isEqualTo("OperationOutcome");
        }
    }

    @Test
    void what_cannot_be_answered_is_an_operation_outcome(World world) {
        var program = world.program();

        for (var address : List.of(
                "/fhir/Bundle?date=yesterday",
                "/fhir/Bundle?_count=0",
                "/fhir/Bundle?patient=abc",
                "/fhir/Bundle?patient.identifier=1",
                "/fhir/Observation",
                "/fhir/Bundle?cursor=%25")) {
            var answer = get(program, address);
            assertThat(answer.status()).as(address).isEqualTo(422);
            assertThat(answer.json().path("issue").path(0).path("code").asString())
                    .as(address)
                    .isEqualTo("invalid");
        }
        assertThat(get(program, "/fhir/Medication")
                        .json()
                        .path("issue")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("not-found");
    }
}
