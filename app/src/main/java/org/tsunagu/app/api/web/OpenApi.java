package org.tsunagu.app.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tsunagu.app.ui.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API (API定義): `openapi.json`, kept by hand; a test holds it against the operations there are.
@Component
public class OpenApi {

    private final byte[] text;
    private final JsonNode document;

    OpenApi(JsonMapper json) {
        try (var in = new ClassPathResource("api/openapi.json").getInputStream()) {
            this.text = in.readAllBytes();
            this.document = json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] text() {
        return text.clone();
    }

    /// An operation as people read it (操作).
    ///
    /// @param scope empty when no token is needed
    public record Operation(String method, String path, String summary, String scope, List<Parameter> parameters) {}

    /// A parameter of an operation.
    public record Parameter(String name, boolean isRequired, String description) {}

    /// The operations in the order of the document.
    List<Operation> operations(Language language) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                text(method.getValue(), "summary", language),
                                scope(method.getValue()),
                                parameters(method.getValue(), language)))));
        return operations;
    }

    private static String text(JsonNode node, String field, Language language) {
        return node.path(language == Language.JAPANESE ? "x-" + field + "-ja" : field)
                .asString("");
    }

    private static String scope(JsonNode operation) {
        var scopes = operation.path("security").path(0).path("token");
        return scopes.path(0).asString("");
    }

    private List<Parameter> parameters(JsonNode operation, Language language) {
        var parameters = new ArrayList<Parameter>();
        for (var one : operation.path("parameters")) {
            var parameter =
                    one.has("$ref") ? document.at(one.path("$ref").asString().substring(1)) : one;
            parameters.add(new Parameter(
                    parameter.path("name").asString(),
                    parameter.path("required").asBoolean(false),
                    text(parameter, "description", language)));
        }
        return parameters;
    }
}
