package org.tsunagu.app.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.tsunagu.app.api.Problem;
import org.tsunagu.app.api.Problems;
import org.tsunagu.app.api.Scope;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// What the API offers, for people and for programs (APIの案内).
@Controller
public class ApiPageController {

    private final OpenApi openApi;

    ApiPageController(OpenApi openApi) {
        this.openApi = openApi;
    }

    /// What the page shows (画面の内容).
    public record Content(List<OpenApi.Operation> operations, List<Scope> scopes, List<Problem> problems) {}

    @GetMapping("/api")
    View page(HttpServletRequest request) {
        return Page.of(
                "api/guide",
                new Content(
                        openApi.operations(Language.of(request)), List.of(Scope.values()), List.of(Problem.values())));
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = "application/json")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok(openApi.text());
    }

    /// What the type of a problem leads to.
    @GetMapping(path = "/api/problems/{code}", produces = "application/json")
    ResponseEntity<Map<String, Object>> problem(@PathVariable String code, HttpServletRequest request) {
        var problem = Problem.of(code).orElseThrow(NotFound::new);
        return ResponseEntity.ok(Problems.shown(problem, Problems.language(request)));
    }
}
