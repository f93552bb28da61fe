package org.tsunagu.app.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Problems as FHIR says them (FHIRのエラー応答). Written by hand: an error must not load the FHIR library.
final class OperationOutcome {

    static final String MEDIA_TYPE = "application/fhir+json";

    private OperationOutcome() {}

    /// The same problem in the form of FHIR.
    ///
    /// @param shown what RFC 9457 would show
    static Map<String, Object> of(Refused refused, Map<String, Object> shown) {
        var issue = new LinkedHashMap<String, Object>();
        issue.put("severity", "error");
        issue.put("code", code(refused.problem()));
        issue.put(
                "details",
                Map.of(
                        "coding",
                        List.of(Map.of("code", refused.problem().code())),
                        "text",
                        String.valueOf(shown.get("detail"))));
        if (!refused.reference().isEmpty()) {
            issue.put("diagnostics", refused.reference());
        }
        if (!refused.field().isEmpty()) {
            issue.put("expression", List.of(refused.field()));
        }
        var outcome = new LinkedHashMap<String, Object>();
        outcome.put("resourceType", "OperationOutcome");
        outcome.put("issue", List.of(issue));
        return outcome;
    }

    /// The code of `http://hl7.org/fhir/issue-type`.
    private static String code(Problem problem) {
        return switch (problem) {
            case MALFORMED, UNSUPPORTED_MEDIA_TYPE -> "structure";
            case UNAUTHENTICATED -> "login";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE -> "not-supported";
            case VERSION_CONFLICT, KEY_IN_USE, KEY_REUSED -> "conflict";
            case LENGTH_REQUIRED, INVALID -> "invalid";
            case TOO_LARGE -> "too-long";
            case TOO_MANY -> "throttled";
            case UNEXPECTED -> "exception";
            case DATABASE_AWAY -> "transient";
        };
    }
}
