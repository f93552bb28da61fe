package org.tsunagu.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import tools.jackson.databind.json.JsonMapper;

/// Writes problems as RFC 9457 describes them (エラーの応答), in the language that was asked for. What was sent is never
/// repeated.
@Component
public class Problems {

    private static final String MEDIA_TYPE = "application/problem+json";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /// Whether an address belongs to the API.
    static boolean concerns(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") || isFhir(request);
    }

    private static boolean isFhir(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/fhir/");
    }

    /// The language of the answer: Japanese unless English is asked for first.
    public static Language language(HttpServletRequest request) {
        var asked = request.getHeader("Accept-Language");
        if (asked == null) {
            return Language.JAPANESE;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(asked), List.of(Locale.JAPANESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(best) ? Language.ENGLISH : Language.JAPANESE;
        } catch (IllegalArgumentException notALanguage) {
            return Language.JAPANESE;
        }
    }

    /// A problem as it is shown.
    public static Map<String, Object> shown(Problem problem, Language language) {
        var texts = Texts.in(language);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("type", problem.type());
        shown.put("title", texts.text("api.problem." + problem.code()));
        shown.put("status", problem.status().value());
        shown.put("detail", texts.text("api.problem." + problem.code() + ".detail"));
        shown.put("code", problem.code());
        return shown;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Refused refused) throws IOException {
        var language = language(request);
        var shown = shown(refused.problem(), language);
        if (!refused.field().isEmpty()) {
            shown.put("errors", List.of(Map.of("field", refused.field())));
        }
        if (!refused.reference().isEmpty()) {
            shown.put("reference", refused.reference());
        }
        var body = json.writeValueAsBytes(isFhir(request) ? OperationOutcome.of(refused, shown) : shown);
        response.setStatus(refused.problem().status().value());
        response.setContentType(isFhir(request) ? OperationOutcome.MEDIA_TYPE : MEDIA_TYPE);
        response.setHeader("Content-Language", language.locale().getLanguage());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
