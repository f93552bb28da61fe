package org.tsunagu.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The document says what the operations do.
@ExtendWith(World.Extension.class)
class OpenApiTest {

    private static JsonNode document(World world) {
        return world.program().get("/api/v1/openapi.json").json();
    }

    /// Query parameters by method and path, as the code has them.
    private static TreeMap<String, TreeSet<String>> operations(World world) {
        var operations = new TreeMap<String, TreeSet<String>>();
        for (var mapping : world.office().bean(DispatcherServlet.class).getHandlerMappings()) {
            if (mapping instanceof RequestMappingHandlerMapping controllers) {
                controllers.getHandlerMethods().forEach((address, method) -> put(operations, address, method));
            }
        }
        return operations;
    }

    private static void put(
            TreeMap<String, TreeSet<String>> operations, RequestMappingInfo address, HandlerMethod method) {
        for (var path : address.getPatternValues()) {
            for (var verb : address.getMethodsCondition().getMethods()) {
                if (path.startsWith("/api/")) {
                    operations.put(verb + " " + path.replaceAll("\\{(\\w+):[^/]*}", "{$1}"), parameters(method));
                }
            }
        }
    }

    private static TreeSet<String> parameters(HandlerMethod method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getMethod().getParameters()) {
            var asked = parameter.getAnnotation(RequestParam.class);
            if (asked != null) {
                var name = asked.value() + asked.name();
                names.add(name.isEmpty() ? parameter.getName() : name);
            }
        }
        return names;
    }

    @Test
    void it_names_every_operation_and_parameter_and_no_other(World world) {
        var document = document(world);
        var described = new TreeMap<String, TreeSet<String>>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    var names = new TreeSet<String>();
                    for (var one : verb.getValue().path("parameters")) {
                        var parameter = resolve(document, one);
                        if (parameter.path("in").asString().equals("query")) {
                            names.add(parameter.path("name").asString());
                        }
                    }
                    described.put(verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), names);
                }));

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(described).hasSizeGreaterThan(15).isEqualTo(operations(world));
    }

    @Test
    void every_operation_is_named_in_both_languages_and_asks_for_a_scope_there_is(World world) {
        var document = document(world);
        for (var path : document.path("paths").properties()) {
            for (var verb : path.getValue().properties()) {
                assertThat(verb.getValue().path("summary").asString("")).isNotBlank();
                assertThat(verb.getValue().path("x-summary-ja").asString("")).isNotBlank();
                for (var needed : verb.getValue().path("security")) {
                    assertThat(Scope.of(needed.path("token").path(0).asString()))
                            .isPresent();
                }
            }
        }
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    @Test
    void real_answers_fit_their_schemas_and_have_nothing_beside_them(World world) {
        var document = document(world);
        var program = world.program();
        var checked = 0;
        for (var path : document.path("paths").properties()) {
            var operation = path.getValue().path("get");
            if (!operation.isMissingNode() && !path.getKey().endsWith("openapi.json")) {
                var address = example(world, path.getKey());
                var answer = program.get(address);
                var schema = operation.at("/responses/200/content/application~1json/schema");
                assertThat(answer.status()).as(address).isEqualTo(200);
                assertThat(misfits(document, schema, answer.json(), ""))
                        .as(address)
                        .isEmpty();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(10);
    }

    private static String example(World world, String path) {
        var id = world.sql(
                        path.contains("members")
                                ? "select min(member_id) from checkups.checkup where insurer_id = ? and not withdrawn"
                                : path.contains("checkups")
                                        ? "select min(id) from checkups.checkup where insurer_id = ?"
                                        : path.contains("tasks")
                                                ? "select min(id) from worklists.task where insurer_id = ?"
                                                : "select min(delivery_id) from intake.finding where insurer_id = ?",
                        world.id())
                .getFirst();
        return path.replace("{id}", String.valueOf(id)).replace("{code}", "not_found")
                + (path.contains("judgements") ? "?fiscal_year=2025" : "");
    }

    @Test
    void a_problem_fits_its_schema(World world) {
        var document = document(world);
        var answer = world.program().get("/api/v1/members?limit=0");

        assertThat(misfits(document, document.at("/components/schemas/Problem"), answer.json(), ""))
                .isEmpty();
    }

    @Test
    void the_check_finds_what_does_not_fit(World world) {
        var document = document(world);
        var counts = world.program().get("/api/v1/counts").json();

        assertThat(misfits(document, document.at("/components/schemas/Task"), counts, ""))
                .contains("/version is missing", "/members is not described");
    }

    /// So much of JSON Schema as the document uses.
    private static List<String> misfits(JsonNode document, JsonNode reference, JsonNode value, String at) {
        var schema = resolve(document, reference);
        var misfits = new ArrayList<String>();
        var types = schema.path("type").isArray() ? schema.path("type") : List.of(schema.path("type"));
        var fits = false;
        for (var type : types) {
            fits |= isOf(type.asString(), value);
        }
        if (!fits) {
            misfits.add(at + " is " + value.getNodeType());
        }
        if (value.isString()) {
            text(schema, value.asString(), at, misfits);
        }
        for (var name : schema.path("required")) {
            if (!value.has(name.asString())) {
                misfits.add(at + "/" + name.asString() + " is missing");
            }
        }
        for (var property : value.properties()) {
            var inner = schema.path("properties").has(property.getKey())
                    ? schema.path("properties").path(property.getKey())
                    : schema.path("additionalProperties");
            if (inner.isMissingNode()) {
                misfits.add(at + "/" + property.getKey() + " is not described");
            } else {
                misfits.addAll(misfits(document, inner, property.getValue(), at + "/" + property.getKey()));
            }
        }
        if (value.isArray()) {
            value.forEach(item -> misfits.addAll(misfits(document, schema.path("items"), item, at + "/0")));
        }
        return misfits;
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private static void text(JsonNode schema, String text, String at, List<String> misfits) {
        var allowed = new ArrayList<String>();
        schema.path("enum").forEach(one -> allowed.add(one.asString()));
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            misfits.add(at + " is none of the values");
        }
        var pattern = schema.path("pattern").asString("");
        var format = switch (schema.path("format").asString("")) {
            case "date" -> "\\d{4}-\\d\\d-\\d\\d";
            case "date-time" -> "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+09:00";
            default -> "(?s).*";
        };
        if (!text.matches(format) || (!pattern.isEmpty() && !text.matches(pattern))) {
            misfits.add(at + " has another form");
        }
    }
}
