package org.tsunagu.fhir.checkup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Holds bundles against the profiles of a package that the user has (実装ガイドのパッケージとの照合): how often elements come,
/// and fixed and pattern values. Slices, invariants and value sets are not looked at: this is no validator.
public final class ProfileChecks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<JsonNode>> profiles = new HashMap<>();

    private ProfileChecks() {}

    /// Reads the profiles of an unpacked package: every `.json` below a folder that is a StructureDefinition with a
    /// snapshot. What is anything else is passed over.
    public static ProfileChecks read(Path folder) throws IOException {
        var checks = new ProfileChecks();
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                checks.add(Files.readAllBytes(file));
            }
        }
        return checks;
    }

    private void add(byte[] file) throws IOException {
        try {
            var definition = JSON.readTree(file);
            if (definition.path("resourceType").asText().equals("StructureDefinition")) {
                var elements = new ArrayList<JsonNode>();
                definition.path("snapshot").path("element").forEach(elements::add);
                profiles.put(definition.path("url").asText(), elements);
            }
        } catch (JsonProcessingException notJson) {
            // A package holds other files as well.
            return;
        }
    }

    /// How many profiles there are.
    public int size() {
        return profiles.size();
    }

    /// Looks at every resource of a bundle that names a profile of the package.
    public void check(byte[] bundle, Place place, Consumer<Problem> sink) {
        var reporter = new Reporter(FhirCatalogue.shipped(), sink);
        try {
            var tree = JSON.readTree(json(bundle));
            check(tree, place, reporter);
            tree.path("entry").forEach(entry -> check(entry.path("resource"), place, reporter));
        } catch (IOException unreadable) {
            reporter.report("FHIR-SYNTAX", place);
        }
    }

    private static String json(byte[] bundle) {
        var text = new String(bundle, StandardCharsets.UTF_8);
        return Outside.isXml(text)
                ? Fhir.parser(BundleFormat.JSON)
                        .encodeResourceToString(Fhir.parser(BundleFormat.XML).parseResource(text))
                : text;
    }

    private void check(JsonNode resource, Place place, Reporter reporter) {
        for (var named : resource.path("meta").path("profile")) {
            var url = named.asText().split("\\|", 2)[0];
            for (var element : profiles.getOrDefault(url, List.of())) {
                var path = element.path("path").asText();
                // A slice has a name after a colon.
                if (path.contains(".") && !element.path("id").asText().contains(":")) {
                    element(element, path, resource, place, reporter);
                }
            }
        }
    }

    private static void element(JsonNode element, String path, JsonNode resource, Place place, Reporter reporter) {
        var steps = path.split("\\.", -1);
        if (!steps[0].equals(resource.path("resourceType").asText())) {
            return;
        }
        var parents = List.of(resource);
        for (var i = 1; i < steps.length - 1; i++) {
            parents = below(parents, steps[i]);
        }
        var max = element.path("max").asText("*");
        for (var parent : parents) {
            var found = below(List.of(parent), steps[steps.length - 1]);
            var isTooMany = !max.equals("*") && found.size() > Integer.parseInt(max);
            if (found.size() < element.path("min").asInt() || isTooMany) {
                reporter.report("FHIR-PROFILE-COUNT", place, "actual", String.valueOf(found.size()), "path", path);
            }
            for (var one : found) {
                if (!fits(element, one)) {
                    reporter.report("FHIR-PROFILE-VALUE", place, "path", path);
                }
            }
        }
    }

    private static List<JsonNode> below(List<JsonNode> parents, String step) {
        var found = new ArrayList<JsonNode>();
        for (var parent : parents) {
            parent.properties().forEach(field -> {
                if (isStep(field.getKey(), step)) {
                    if (field.getValue().isArray()) {
                        field.getValue().forEach(found::add);
                    } else {
                        found.add(field.getValue());
                    }
                }
            });
        }
        return found;
    }

    private static boolean isStep(String field, String step) {
        return step.endsWith("[x]")
                ? field.startsWith(step.substring(0, step.length() - "[x]".length()))
                : field.equals(step);
    }

    private static boolean fits(JsonNode element, JsonNode value) {
        for (var field : element.properties()) {
            if (field.getKey().startsWith("fixed") && !field.getValue().equals(value)) {
                return false;
            }
            if (field.getKey().startsWith("pattern") && !holds(value, field.getValue())) {
                return false;
            }
        }
        return true;
    }

    /// Whether a value holds everything of a pattern.
    private static boolean holds(JsonNode value, JsonNode pattern) {
        if (pattern.isObject()) {
            return pattern.properties().stream().allMatch(field -> holds(value.path(field.getKey()), field.getValue()));
        }
        if (pattern.isArray()) {
            for (var wanted : pattern) {
                var isThere = false;
                for (var one : value) {
                    isThere |= holds(one, wanted);
                }
                if (!isThere) {
                    return false;
                }
            }
            return true;
        }
        return pattern.equals(value);
    }
}
