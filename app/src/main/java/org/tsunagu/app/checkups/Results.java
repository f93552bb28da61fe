package org.tsunagu.app.checkups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tsunagu.charts.Chart;
import org.tsunagu.charts.Line;
import org.tsunagu.charts.Reading;
import org.tsunagu.charts.ReferenceBand;
import org.tsunagu.charts.YearChart;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.letters.notice.NoticeItems;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.band.Bands;

/// The results of a person over the years, as table and as charts (検査値の推移).
public final class Results {

    private static final int MOST_YEARS = 5;
    private static final List<String> DRAWN = List.of("hba1c_ngsp", "sbp", "ldl", "waist", "egfr");
    private static final Table THRESHOLDS = Bands.table(List.of());

    private final Sex sex;
    private final LocalDate birth;
    private final List<Checkup> checkups;
    private final List<Map<String, Band>> bands = new ArrayList<>();

    /// The results of checkups, the latest first.
    public Results(Sex sex, LocalDate birth, List<Checkup> checkups) {
        this.sex = sex;
        this.birth = birth;
        this.checkups = checkups;
        checkups.stream().limit(MOST_YEARS).forEach(checkup -> bands.add(bands(checkup)));
    }

    /// A result of one checkup.
    ///
    /// @param band 0 within the reference, 1 from the guidance value on, 2 from the doctor-visit value on;
    /// -1 without an official value
    /// @param isUncertain whether the row behind the band must be marked
    /// @param side on which side of the reference a value is out of it
    public record Cell(String text, int band, boolean isUncertain, Side side) {}

    /// On which side a value leaves the reference (基準から外れる向き).
    public enum Side {
        HIGH,
        LOW,
        /// A sign, such as those of urine tests, is neither (定性).
        SIGN;

        static Side of(Band band) {
            var facts = band.reason().facts();
            if (facts.getOrDefault("unit", "").isEmpty()) {
                return SIGN;
            }
            return facts.getOrDefault("op", "").startsWith("l") ? LOW : HIGH;
        }
    }

    /// One item over the years.
    public record Series(String name, String unit, List<Cell> cells) {}

    /// The checkups of the columns, the latest first.
    public List<Checkup> columns() {
        return checkups.stream().limit(MOST_YEARS).toList();
    }

    /// The table: items that no year has are left out.
    public List<Series> rows(Locale locale) {
        return rows(locale, variable -> true);
    }

    /// Some of the table, by the variables of its rows.
    public List<Series> rows(Locale locale, Predicate<String> wanted) {
        if (checkups.isEmpty()) {
            return List.of();
        }
        var texts = ReasonTexts.in(locale);
        return NoticeItems.of(examinee(checkups.getFirst())).stream()
                .filter(wanted)
                .map(variable ->
                        new Series(texts.variable(variable), NoticeItems.unit(variable), cells(variable, locale)))
                .filter(row ->
                        row.cells().stream().anyMatch(cell -> !cell.text().isEmpty()))
                .toList();
    }

    private List<Cell> cells(String variable, Locale locale) {
        var cells = new ArrayList<Cell>();
        for (var i = 0; i < bands.size(); i++) {
            var band = Optional.ofNullable(bands.get(i).get(variable));
            var text = value(checkups.get(i), variable, locale)
                    .or(() -> band.map(Band::value))
                    .orElse("");
            cells.add(new Cell(
                    text,
                    band.map(Band::band).orElse(-1),
                    band.filter(one -> one.reason().basis().certainty().mustBeShown())
                            .isPresent(),
                    band.map(Side::of).orElse(Side.HIGH)));
        }
        return cells;
    }

    private Optional<String> value(Checkup checkup, String variable, Locale locale) {
        return NoticeItems.items(variable)
                .map(item -> shown(item, checkup.values().get(item), locale))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static String shown(Item item, ItemValue value, Locale locale) {
        return switch (value.state()) {
            case MEASURED, ABOVE_RANGE, BELOW_RANGE ->
                Answers.shipped()
                        .find(item.codeSystem(), value.text())
                        .map(row -> row.text(column(row, locale)))
                        .orElse(value.text());
            case NOT_PERFORMED, NOT_MEASURABLE, EMPTY, ABSENT -> "";
        };
    }

    private static String column(Row row, Locale locale) {
        var english = "name_en";
        return locale.getLanguage().equals("en") && row.has(english) ? english : "name_ja";
    }

    private Map<String, Band> bands(Checkup checkup) {
        var examinee = examinee(checkup);
        var judging = Judging.shipped();
        if (!judging.covers(checkup.examDate())) {
            return Map.of();
        }
        var byVariable = new HashMap<String, Band>();
        judging.judge(examinee, checkup.values())
                .bands()
                .forEach(band -> byVariable.putIfAbsent(band.reason().facts().getOrDefault("variable", ""), band));
        return byVariable;
    }

    private Examinee examinee(Checkup checkup) {
        return new Examinee(sex, birth, checkup.examDate());
    }

    /// The charts of the values that are watched, where there are at least two years.
    ///
    /// @return by the variable they show
    public Map<String, Chart> charts(Locale locale) {
        var charts = new java.util.LinkedHashMap<String, Chart>();
        for (var variable : DRAWN) {
            var readings = readings(variable);
            if (readings.size() > 1) {
                var name = ReasonTexts.in(locale).variable(variable);
                var chart = new YearChart(
                        name, name, NoticeItems.unit(variable), List.of(new Line(name, readings)), reference(variable));
                charts.put(variable, chart.draw("chart-" + variable, locale));
            }
        }
        return charts;
    }

    private List<Reading> readings(String variable) {
        var readings = new ArrayList<Reading>();
        var years = new HashSet<Integer>();
        for (var checkup : checkups) {
            NoticeItems.items(variable)
                    .map(item -> checkup.values().get(item))
                    .filter(value -> value.state().isValue() && value.number() != null)
                    .findFirst()
                    .filter(value -> years.add(checkup.fiscalYear()))
                    .ifPresent(value -> readings.add(new Reading(new FiscalYear(checkup.fiscalYear()), value)));
        }
        return readings;
    }

    private List<ReferenceBand> reference(String variable) {
        var bandsOfItem = new ArrayList<ReferenceBand>();
        for (var row : THRESHOLDS.on(checkups.getFirst().examDate())) {
            if (row.text("variable").equals(variable)
                    && (row.text("sex").isEmpty() || row.text("sex").equals(sex.code()))) {
                band(row, "guidance", ReferenceBand.Kind.GUIDANCE).ifPresent(bandsOfItem::add);
                band(row, "referral", ReferenceBand.Kind.REFERRAL).ifPresent(bandsOfItem::add);
                return bandsOfItem;
            }
        }
        return bandsOfItem;
    }

    private static Optional<ReferenceBand> band(Row row, String which, ReferenceBand.Kind kind) {
        var operator = row.text(which + "_op");
        var direction =
                row.text("direction").equals("low") ? ReferenceBand.Direction.LOW : ReferenceBand.Direction.HIGH;
        try {
            return row.decimal(which + "_value")
                    .map(cut -> new ReferenceBand(kind, direction, cut, operator.endsWith("e")));
        } catch (NumberFormatException aCode) {
            return Optional.empty();
        }
    }
}
