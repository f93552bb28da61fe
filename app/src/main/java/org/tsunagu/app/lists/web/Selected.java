package org.tsunagu.app.lists.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.lists.Build;
import org.tsunagu.app.lists.Builds;
import org.tsunagu.app.lists.Definitions;
import org.tsunagu.app.lists.PeopleLists;
import org.tsunagu.app.ui.NotFound;

/// Finds what an address means (画面の対象): a list of a month as it was made.
@Component
class Selected {

    private final Builds builds;
    private final Definitions definitions;
    private final PeopleLists lists;

    Selected(Builds builds, Definitions definitions, PeopleLists lists) {
        this.builds = builds;
        this.definitions = definitions;
        this.lists = lists;
    }

    /// The month of a request; empty for none or one that is none.
    static Optional<YearMonth> month(Map<String, String> parameters) {
        try {
            return Optional.ofNullable(parameters.get("month"))
                    .filter(text -> !text.isBlank())
                    .map(YearMonth::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The lists of the month of a request, else of the latest one.
    Optional<Build> build(Map<String, String> parameters) {
        var month = month(parameters);
        return builds.done().stream()
                .filter(build -> month.isEmpty() || build.month().equals(month.get()))
                .findFirst();
    }

    /// A list of the month of a request.
    MadeList list(String key, Map<String, String> parameters) {
        var build = build(parameters).orElseThrow(NotFound::new);
        var run = Optional.ofNullable(lists.runs(build).get(key)).orElseThrow(NotFound::new);
        var definition = definitions.of(key).stream()
                .filter(one -> run.definition().filter(id -> id == one.id()).isPresent())
                .findFirst();
        var list = Definitions.list(key, build.month(), definition).orElseThrow(NotFound::new);
        return new MadeList(build, run, list, definition);
    }
}
