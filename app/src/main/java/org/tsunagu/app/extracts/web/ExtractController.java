package org.tsunagu.app.extracts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.extracts.ExtractColumn;
import org.tsunagu.app.extracts.ExtractRequest;
import org.tsunagu.app.extracts.Extracts;
import org.tsunagu.app.extracts.Extracts.Wish;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.privacy.extract.Coarsening;
import org.tsunagu.privacy.extract.Column.Role;

/// De-identified extracts: asking, releasing, taking out (分析用データの抽出の画面).
@Controller
public class ExtractController {

    private static final int YEARS = 8;

    private final Extracts extracts;
    private final Clock clock;

    ExtractController(Extracts extracts, Clock clock) {
        this.extracts = extracts;
        this.clock = clock;
    }

    /// What the list shows (一覧の内容).
    ///
    /// @param years that can be asked for, the latest first
    /// @param typed what was asked for, when it was refused
    /// @param problem a key of the message file; empty for none
    public record Content(
            List<ExtractRequest> requests,
            List<ExtractColumn> columns,
            List<Integer> years,
            Wish typed,
            String problem) {}

    /// What the page of one request shows (申請の内容).
    ///
    /// @param isOwn whether the person who looks has asked for it
    public record One(ExtractRequest request, List<ExtractColumn> columns, boolean isOwn) {

        /// A chance as people read it.
        public String percent(double chance) {
            return "%.1f%%".formatted(100 * chance);
        }

        /// The name of a column.
        public String name(String key, boolean isJapanese) {
            return columns.stream()
                    .filter(column -> column.key().equals(key))
                    .map(column -> column.name(isJapanese))
                    .findFirst()
                    .orElse(key);
        }

        /// How coarse a column has become.
        public String rung(int index, boolean isJapanese) {
            if (columns.get(index).role() == Role.ID) {
                return "";
            }
            var key = request.outcome().orElseThrow().rungs().get(index);
            return Coarsening.ladder(columns.get(index).row().text("ladder")).stream()
                    .filter(rung -> rung.row().key().equals(key))
                    .map(rung -> rung.name(isJapanese))
                    .findFirst()
                    .orElse(key);
        }
    }

    @GetMapping("/extracts")
    View all() {
        return page(new Wish("", "", thisYear() - 1, List.of(), Extracts.USUAL), "");
    }

    private int thisYear() {
        return FiscalYear.containing(LocalDate.now(clock)).year();
    }

    private Page page(Wish typed, String problem) {
        var last = thisYear();
        var years = IntStream.range(0, YEARS).mapToObj(back -> last - back).toList();
        var content = new Content(extracts.all(), ExtractColumn.choices(), years, typed, problem);
        return problem.isEmpty() ? Page.of("extracts/all", content) : Page.refused("extracts/all", content);
    }

    @PostMapping("/extracts")
    Object ask(
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "column", defaultValue = "") List<String> columns) {
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        var wish = new Wish(
                fields.getOrDefault("project", "").strip(),
                purpose.orElse(""),
                number(fields, "year", thisYear() - 1),
                columns,
                number(fields, "k", 0));
        var problem = purpose.isEmpty() ? "extracts.problem.purpose" : wish.problem();
        return problem.isEmpty()
                ? "redirect:/extracts/%d?notice=extracts.asked".formatted(extracts.ask(wish))
                : page(wish, problem);
    }

    private static int number(Map<String, String> fields, String name, int otherwise) {
        var text = fields.getOrDefault(name, "").strip();
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : otherwise;
    }

    @GetMapping("/extracts/{id:[0-9]{1,18}}")
    View one(@PathVariable long id) {
        var request = extracts.find(id).orElseThrow(NotFound::new);
        var columns = ExtractColumn.chosen(request.columns());
        return Page.of(
                "extracts/one",
                new One(
                        request,
                        columns,
                        request.requestedBy() == Actors.current().id()));
    }

    @PostMapping("/extracts/{id:[0-9]{1,18}}/decision")
    String decide(@PathVariable long id, @RequestParam Map<String, String> fields) {
        var request = extracts.find(id).orElseThrow(NotFound::new);
        var isReleased = fields.getOrDefault("decision", "").equals("release");
        var notice = request.requestedBy() == Actors.current().id()
                ? "extracts.problem.own"
                : extracts.decide(
                                id, isReleased, fields.getOrDefault("note", "").strip())
                        ? isReleased ? "extracts.released" : "extracts.refused"
                        : "extracts.problem.decided";
        return "redirect:/extracts/%d?notice=%s".formatted(id, notice);
    }

    @PostMapping("/extracts/{id:[0-9]{1,18}}/file")
    void file(@PathVariable long id, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/extracts/%d?notice=extracts.problem.purpose".formatted(id));
            return;
        }
        var file = extracts.take(id, purpose.get());
        if (file.isEmpty()) {
            response.sendRedirect("/extracts/%d?notice=extracts.problem.gone".formatted(id));
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"extract-%d.csv\"".formatted(id));
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(file.get());
    }
}
