package org.tsunagu.app.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Results;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.feedback.Feedback;

/// Why a member should see a doctor (受診のおすすめ), as the latest checkup says: for the same reasons for which the office
/// has it on its list.
///
/// @param kind how urgent it is, as the office sees it
/// @param isTreated whether the member said to take a drug against one of these
/// @param values at the doctor-visit level
/// @param urgent what else asks for a doctor, where no single value does
public record Recommendation(
        Checkup checkup, TaskKind kind, boolean isTreated, List<Value> values, List<Feedback> urgent) {

    /// The kinds of tasks of the office that are about it.
    public static final List<TaskKind> KINDS = List.of(TaskKind.VISIT_NOW, TaskKind.VISIT);

    private static final int DOCTOR_BAND = 2;
    private static final String NOW = "refer_now";
    private static final String DRUG = "med_";

    /// A value at the doctor-visit level (受診勧奨判定値以上の値).
    ///
    /// @param op `ge`, `gt`, `le` or `lt`
    /// @param cut the doctor-visit value; empty where it is a sign, not a number
    /// @param since day of the first checkup from which on it has been so without a break
    public record Value(
            String name, String text, String unit, String op, String cut, LocalDate since, Certainty certainty) {

        /// Whether it is given as a number with a limit.
        public boolean hasLimit() {
            return !cut.isEmpty();
        }
    }

    /// Days until when the doctor should have been seen.
    public int days() {
        return kind.days();
    }

    /// What the latest checkup asks for; empty when it asks for no doctor.
    public static Optional<Recommendation> of(OwnData.Checked checked, Locale locale) {
        return checked.judgement()
                .flatMap(judgement -> checked.latest().flatMap(latest -> of(checked, latest, judgement, locale)));
    }

    private static Optional<Recommendation> of(
            OwnData.Checked checked, Checkup latest, Judgement judgement, Locale locale) {
        var values = judgement.bands().stream()
                .filter(band -> band.band() == DOCTOR_BAND)
                .map(band -> value(band, latest, checked.results(), locale))
                .toList();
        var now = judgement.feedback().stream()
                .filter(feedback -> feedback.action().equals(NOW))
                .toList();
        if (values.isEmpty() && now.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Recommendation(
                latest,
                now.isEmpty() ? TaskKind.VISIT : TaskKind.VISIT_NOW,
                isTreated(judgement),
                values,
                values.isEmpty() ? now : List.of()));
    }

    private static boolean isTreated(Judgement judgement) {
        return judgement.level().reasons().stream()
                .anyMatch(reason -> reason.code() == ReasonCode.CONDITION_MET
                        && reason.facts().getOrDefault("variable", "").startsWith(DRUG));
    }

    private static Value value(Band band, Checkup latest, Results results, Locale locale) {
        var facts = band.reason().facts();
        var variable = facts.getOrDefault("variable", "");
        var unit = facts.getOrDefault("unit", "");
        var cells = cells(variable, latest, results, locale);
        return new Value(
                ReasonTexts.in(locale).variable(variable),
                cells.isEmpty() ? band.value() : cells.getFirst().text(),
                unit,
                facts.getOrDefault("op", ""),
                unit.isEmpty() ? "" : facts.getOrDefault("cut", ""),
                since(cells, latest, results),
                band.reason().basis().certainty());
    }

    /// The results of one item, from the latest own checkup back.
    private static List<Results.Cell> cells(String variable, Checkup latest, Results results, Locale locale) {
        var from = Math.max(0, results.columns().indexOf(latest));
        return results.rows(locale, variable::equals).stream()
                .findFirst()
                .map(series -> series.cells().subList(from, series.cells().size()))
                .filter(cells -> !cells.getFirst().text().isEmpty())
                .orElse(List.of());
    }

    private static LocalDate since(List<Results.Cell> cells, Checkup latest, Results results) {
        var from = Math.max(0, results.columns().indexOf(latest));
        var days = new ArrayList<LocalDate>(List.of(latest.examDate()));
        for (var i = 0; i < cells.size() && cells.get(i).band() == DOCTOR_BAND; i++) {
            days.add(results.columns().get(from + i).examDate());
        }
        return days.getLast();
    }
}
