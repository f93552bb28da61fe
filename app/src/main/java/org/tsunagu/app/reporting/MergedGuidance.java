package org.tsunagu.app.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceCourse;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.time.PlanPeriod;

/// The sections of the report out of several documents of one course (開始時と実績評価時の統合): of each section what
/// the latest document says that has it, and of it what the report asks for by `guidance-items.tsv`. Of
/// periods whose list is not known everything is kept.
final class MergedGuidance {

    static final String DONE = "EVN";
    private static final String PLANNED = "INT";
    private static final String REPORT = "report";
    private static final Map<String, String> LEVELS = Map.of("1", "active", "2", "motivational", "3", "equivalent");

    private final List<GuidanceDocument> documents;
    private final GuidanceItems items = GuidanceItems.shipped();
    private final String level;
    private final boolean isFourth;

    private MergedGuidance(List<GuidanceDocument> documents) {
        this.documents = documents;
        this.level = documents.stream()
                .map(one -> GuidanceCourse.of(one).level())
                .filter(LEVELS::containsKey)
                .reduce((early, late) -> late)
                .map(LEVELS::get)
                .orElse("");
        this.isFourth = documents.stream()
                .flatMap(one -> GuidanceCourse.of(one).checkupDay().stream())
                .noneMatch(day -> day.isBefore(PlanPeriod.FOURTH.firstDay()));
    }

    /// Puts them together.
    ///
    /// @param documents in the order in which they came
    static List<GuidanceSection> of(List<GuidanceDocument> documents) {
        return new MergedGuidance(documents).sections();
    }

    private List<GuidanceSection> sections() {
        var sections = new ArrayList<GuidanceSection>();
        var codes = new TreeSet<String>();
        documents.forEach(one ->
                one.sections().forEach(section -> codes.add(section.code().text())));
        for (var code : codes) {
            var acts = code.equals(GuidanceSection.COMMON) ? List.of(common()) : acts(code);
            var kept = acts.stream().map(act -> kept(act, code)).toList();
            if (isReported(code) && !kept.isEmpty()) {
                sections.add(new GuidanceSection(Field.of(code), kept));
            }
        }
        var facilities = ReportFacilities.of(documents);
        if (!facilities.acts().isEmpty() && !codes.contains(facilities.code().text())) {
            sections.add(facilities);
        }
        return List.copyOf(sections);
    }

    /// What was done and what was planned may be said last in different documents.
    private List<GuidanceAct> acts(String code) {
        var acts = new ArrayList<GuidanceAct>();
        for (var mood : List.of(DONE, PLANNED)) {
            documents.stream()
                    .map(one -> one.acts(code)
                            .filter(act -> act.mood().equals(mood))
                            .toList())
                    .filter(some -> !some.isEmpty())
                    .reduce((early, late) -> late)
                    .ifPresent(acts::addAll);
        }
        return acts;
    }

    /// Of the common items each as it was said last.
    private GuidanceAct common() {
        var said = new LinkedHashMap<String, GuidanceResult>();
        var acts = documents.stream()
                .flatMap(one -> one.acts(GuidanceSection.COMMON))
                .filter(act -> act.mood().equals(DONE))
                .toList();
        acts.stream()
                .flatMap(act -> act.results().stream())
                .filter(result -> !result.isBlank() || !said.containsKey(result.code()))
                .forEach(result -> said.put(result.code(), result));
        return acts.getLast()
                .with(said.values().stream()
                        .sorted(Comparator.comparing(GuidanceResult::code))
                        .toList());
    }

    private boolean isReported(String section) {
        var all = items.of(section);
        return !isFourth
                || all.isEmpty()
                || all.stream()
                        .anyMatch(item -> !item.requirement(REPORT, level).isEmpty());
    }

    private GuidanceAct kept(GuidanceAct act, String section) {
        if (!isFourth) {
            return act;
        }
        return act.with(act.results().stream()
                .filter(result -> {
                    var item = items.lookUp(section, result.code());
                    return item == null || !item.requirement(REPORT, level).isEmpty();
                })
                .toList());
    }
}
