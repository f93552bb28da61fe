package org.tsunagu.app.analytics.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.analytics.Group;
import org.tsunagu.app.analytics.Marts;
import org.tsunagu.app.analytics.figures.Drawing;
import org.tsunagu.app.analytics.figures.FigureSheet;
import org.tsunagu.app.analytics.figures.FigureSheets;
import org.tsunagu.app.analytics.figures.Kind;
import org.tsunagu.app.analytics.figures.Question;
import org.tsunagu.app.analytics.reference.Prefecture;
import org.tsunagu.app.analytics.web.AnalyticsController.Standing;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.charts.Chart;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;

/// One measure (指標): by group, adjusted for age, as funnel, as map, beside plan and nation; and each of
/// these as a file.
@Controller
public class MeasureController {

    private static final String PLACE = "/analytics";
    private static final String KEY = "/analytics/{key:[A-Z0-9-]{1,40}}";
    private static final List<String> OPTIONS = List.of("standard", "chance", "kind", "dispersion", "map");

    private final Marts marts;
    private final FigureSheets sheets;
    private final SheetFiles files;
    private final Audit audit;

    MeasureController(Marts marts, FigureSheets sheets, SheetFiles files, Audit audit) {
        this.marts = marts;
        this.sheets = sheets;
        this.files = files;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param sheet empty where there is nothing to count from
    public record Detail(
            Standing standing,
            Question question,
            List<Integer> years,
            Optional<Chart> trend,
            Optional<FigureSheet> sheet,
            int least) {

        /// The measure.
        public Measure measure() {
            return question.measure();
        }

        /// The views that suit the measure.
        public List<org.tsunagu.app.analytics.figures.View> views() {
            return List.of(org.tsunagu.app.analytics.figures.View.values()).stream()
                    .filter(view -> view.suits(measure()))
                    .toList();
        }

        /// Whether the people behind a row can be listed.
        public boolean hasPeople() {
            return Kind.of(measure()) == Kind.PERSONS && measure().dimension().isEmpty();
        }

        /// Whether the prefectures of the nation were counted for the measure.
        public boolean hasNation() {
            return Prefecture.all().getFirst().counted(measure().key()).isPresent();
        }

        /// The address of this page with something else chosen.
        public String address(String name, String value) {
            return address("", Map.of(name, value));
        }

        /// The address of this figure as a file.
        public String file(String format) {
            return address("/export", Map.of("format", format));
        }

        /// The address of the people behind a row.
        public String people(Map<String, String> strata) {
            var chosen = new TreeMap<>(strata);
            chosen.put("year", Integer.toString(question.year()));
            return PLACE + "/" + measure().key() + "/people?" + joined(chosen);
        }

        private String address(String what, Map<String, String> changes) {
            var chosen = new TreeMap<>(question.options());
            chosen.put("view", question.view().word());
            chosen.put("by", question.group().word());
            chosen.put("year", Integer.toString(question.year()));
            chosen.putAll(changes);
            chosen.values().removeIf(String::isEmpty);
            return PLACE + "/" + measure().key() + what + "?" + joined(chosen);
        }

        private static String joined(Map<String, String> chosen) {
            return String.join(
                    "&",
                    chosen.entrySet().stream()
                            .map(entry -> entry.getKey() + "="
                                    + java.net.URLEncoder.encode(
                                            entry.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                            .toList());
        }
    }

    @GetMapping(KEY)
    View measure(@PathVariable String key, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        var question = question(key, parameters, Language.of(request), AnalyticsController.least() > 0);
        var answer = sheets.of(question);
        var measure = question.measure();
        var least = AnalyticsController.least();
        var drawing = new Drawing(measure, question.language(), figure -> Drawing.isSmall(figure, least));
        return Page.of(
                "analytics/measure",
                new Detail(
                        AnalyticsController.standing(marts),
                        answer.question(),
                        answer.years(),
                        measure.dimension().isEmpty() ? drawing.trend(answer.trend()) : Optional.empty(),
                        answer.sheet(),
                        least));
    }

    private static Question question(String key, Map<String, String> parameters, Language language, boolean isStrict) {
        var measure = Measures.find(key).orElseThrow(NotFound::new);
        var view = org.tsunagu.app.analytics.figures.View.find(parameters.getOrDefault("view", ""))
                .orElse(org.tsunagu.app.analytics.figures.View.GROUPS);
        if (!view.suits(measure)) {
            throw new NotFound();
        }
        var options = new TreeMap<String, String>();
        for (var option : OPTIONS) {
            var value = parameters.getOrDefault(option, "");
            if (!value.isEmpty()) {
                options.put(option, value);
            }
        }
        var year = parameters.getOrDefault("year", "");
        return new Question(
                view,
                measure,
                year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0,
                Group.find(parameters.getOrDefault("by", ""))
                        .filter(group -> group.suits(measure))
                        .orElse(Group.SEX_AGE),
                options,
                language,
                isStrict);
    }

    /// The figure as a file. What leaves the insurer is always masked, whoever takes it out.
    @GetMapping(KEY + "/export")
    void export(
            @PathVariable String key,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var answer = sheets.of(question(key, parameters, Language.of(request), true));
        var sheet = answer.sheet().orElseThrow(NotFound::new);
        var format = SheetFiles.Format.find(parameters.getOrDefault("format", "csv"))
                .filter(one -> one.isTable() || sheet.chart().isPresent())
                .orElseThrow(NotFound::new);
        var question = answer.question();
        audit.note(new Look(
                Look.Kind.EXPORT,
                "measure",
                0,
                "REPORT",
                Look.OWN_WORK,
                PLACE,
                "%s of %d, %s by %s as %s"
                        .formatted(
                                key,
                                question.year(),
                                question.view().word(),
                                question.group().word(),
                                format.ending())));
        files.write(question, sheet, format, response);
    }
}
