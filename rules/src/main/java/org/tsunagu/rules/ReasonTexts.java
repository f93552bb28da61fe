package org.tsunagu.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.codes.time.Era;
import org.tsunagu.rules.completeness.CompletenessTables;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.feedback.Feedback;
import org.tsunagu.rules.feedback.FeedbackTables;
import org.tsunagu.rules.guidance.GuidanceTables;
import org.tsunagu.rules.legal.Ground;
import org.tsunagu.rules.legal.Grounds;
import org.tsunagu.rules.legal.LegalTables;
import org.tsunagu.rules.list.ListTables;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;
import org.tsunagu.rules.value.VariableTable;

/// The sentences of the rules in one language (理由の文言): `reasons.properties`, and the names in the tables.
public final class ReasonTexts {

    private static final ReasonTexts JAPANESE = new ReasonTexts("reasons.properties", "ja");
    private static final ReasonTexts ENGLISH = new ReasonTexts("reasons_en.properties", "en");

    private final Messages messages;
    private final Set<String> keys;
    private final String language;
    private final Map<String, Row> variables;
    private final Map<String, Row> groups;
    private final Map<String, Row> feedback;
    private final Map<String, Row> parties;
    private final Map<String, Row> dataClasses;
    private final Map<String, Ground> grounds;

    private ReasonTexts(String file, String language) {
        this.messages = Messages.read(file, ReasonTexts.class.getResourceAsStream(file));
        this.keys = Set.copyOf(messages.keys());
        this.language = language;
        this.variables = byName(new GuidanceTables(List.of()).variables(), Row::key);
        variables.putAll(byName(new ListTables(List.of()).variables().rows(), Row::key));
        variables.putAll(byName(new VariableTable(List.of()).table().rows(), row -> row.text("variable")));
        this.groups = byName(new CompletenessTables(List.of()).completion().rows(), row -> row.text("group"));
        this.feedback = byName(new FeedbackTables(List.of()).texts().rows(), Row::key);
        this.parties = byName(LegalTables.shipped().parties().rows(), Row::key);
        this.dataClasses = byName(LegalTables.shipped().classes().rows(), Row::key);
        this.grounds = Grounds.shipped().all().stream().collect(Collectors.toMap(Ground::key, ground -> ground));
    }

    private static Map<String, Row> byName(List<Row> rows, Function<Row, String> name) {
        return rows.stream().collect(Collectors.toMap(name, Function.identity(), (early, late) -> late));
    }

    /// Japanese for `ja`, English for every other language.
    public static ReasonTexts in(Locale locale) {
        return locale.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
    }

    /// The sentence of a reason. The most particular sentence there is: for the reason why a value was not used,
    /// for the row, for what the reason is about with its outcome, for the variable with the answer that is asked
    /// for (a list may ask for a no), for the variable, for all that are yes or no, else for the kind of reason.
    public String text(Reason reason) {
        var code = reason.code().name();
        var key = Stream.of(
                        reason.facts().getOrDefault("why", ""),
                        reason.basis().row(),
                        reason.about() + "." + reason.outcome(),
                        reason.about(),
                        reason.facts().getOrDefault("variable", "")
                                + "."
                                + reason.facts().getOrDefault("cut", ""),
                        reason.facts().getOrDefault("variable", ""),
                        unit(reason.facts().getOrDefault("variable", "")))
                .map(part -> code + "." + part)
                .filter(keys::contains)
                .findFirst()
                .orElse(code);
        return messages.text(key, arguments(reason));
    }

    /// A row of a table of conditions as a sentence (条件の文言), for those who read a definition.
    public String condition(Row row) {
        var unit = row.has("unit") ? row.text("unit") : "";
        var reason = new Reason(
                ReasonCode.CONDITION_MET,
                "",
                "",
                row.basis(),
                "",
                "",
                Map.of(
                        "variable", row.text("variable"),
                        "op", row.text("op"),
                        "cut", row.text("value"),
                        "unit", unit));
        var key = Stream.of("condition." + unit, "condition." + row.text("op"))
                .filter(keys::contains)
                .findFirst()
                .orElse("condition");
        return messages.text(key, arguments(reason));
    }

    private Map<String, String> arguments(Reason reason) {
        var facts = new HashMap<>(reason.facts());
        var names = facts.getOrDefault("variable", "");
        var unit = facts.getOrDefault("unit", unit(names));
        facts.put("name", Stream.of(names.split(",")).map(this::variable).collect(separated()));
        facts.put("value", withUnit(answer(names, reason.value()), unit));
        var cuts = Stream.of(facts.getOrDefault("cut", "").split(","));
        facts.put("cut", withUnit(cuts.map(cut -> answer(names, cut)).collect(separated()), unit));
        facts.computeIfPresent("op", (name, op) -> messages.text("op." + op));
        facts.computeIfPresent("by", (name, by) -> variable(by));
        facts.computeIfPresent("group", (name, group) -> group(group));
        facts.computeIfPresent("documented", (name, code) -> text(Level.of(code)));
        facts.computeIfPresent("requester", (name, party) -> named(parties, party));
        facts.computeIfPresent("holder", (name, party) -> named(parties, party));
        facts.computeIfPresent("data", (name, data) -> named(dataClasses, data));
        facts.computeIfPresent("day", (name, day) -> day(LocalDate.parse(day)));
        if (reason.basis().table().equals("legal/legal-basis") && grounds.containsKey(reason.basis().row())) {
            ofGround(facts, Objects.requireNonNull(grounds.get(reason.basis().row())));
        }
        facts.put("outcome", outcome(reason));
        return facts;
    }

    private void ofGround(Map<String, String> facts, Ground ground) {
        var validity = ground.row().validity();
        facts.put("law", ground.law(Locale.of(language)));
        facts.put("row", ground.key());
        facts.put("from_age", Integer.toString(ground.ageFrom()));
        facts.put("to_age", ground.ageTo().isEmpty() ? "" : Integer.toString(ground.ageTo().getAsInt()));
        facts.put("from_day", validity.from().equals(LocalDate.MIN) ? "" : day(validity.from()));
        facts.put("to_day", validity.to().equals(LocalDate.MAX) ? "" : day(validity.to()));
    }

    private String day(LocalDate day) {
        return language.equals("ja") ? Era.format(day) : day.toString();
    }

    private String named(Map<String, Row> names, String key) {
        var row = names.get(key);
        return row == null ? key : row.text("name_" + language);
    }

    /// The name of a party (当事者の名称), of `legal/parties`.
    public String party(String key) {
        return named(parties, key);
    }

    /// The name of a kind of data (情報の種類の名称), of `legal/data-classes`.
    public String dataClass(String key) {
        return named(dataClasses, key);
    }

    private String outcome(Reason reason) {
        return switch (reason.about()) {
            case "level" -> text(Level.of(reason.outcome()));
            case "metabolic" -> text(MetabolicCode.of(reason.outcome()));
            default -> reason.outcome();
        };
    }

    private Collector<CharSequence, ?, String> separated() {
        return Collectors.joining(messages.text("list.separator"));
    }

    private String unit(String variable) {
        var row = variables.get(variable);
        return row == null ? "" : row.text("unit");
    }

    /// The answer to a question in words (回答の文言).
    ///
    /// @param variable a question of `list/variables` or `value/variables`, for example `q6`
    public String said(String variable, String code) {
        return answer(variable, code);
    }

    /// The code of an answer in words or its usual signs, also where it is yes or no; any other value as it is.
    private String answer(String variable, String value) {
        return Stream.of(variable, unit(variable))
                .map(part -> "answer." + part + "." + value)
                .filter(keys::contains)
                .findFirst()
                .map(messages::text)
                .orElse(value);
    }

    private String withUnit(String value, String unit) {
        var key = "unit." + unit;
        var shown = keys.contains(key) ? messages.text(key) : unit.replace("m2", "m²");
        return unit.isEmpty() || unit.equals("boolean") || value.isEmpty()
                ? value
                : messages.text("value.unit", Map.of("value", value, "unit", shown));
    }

    /// The name of a guidance level (保健指導レベル).
    public String text(Level level) {
        return messages.text("level." + level.name());
    }

    /// The name of a metabolic judgement (メタボリックシンドローム判定).
    public String text(MetabolicCode code) {
        return messages.text("metabolic." + code.name());
    }

    /// The label of a feedback class, short (区分の名称).
    public String label(Feedback classified) {
        return ofClass(classified, "label_");
    }

    /// The message to the person (本人への文言): wording of this project, never presented as the official text.
    public String message(Feedback classified) {
        return ofClass(classified, "message_");
    }

    private String ofClass(Feedback classified, String column) {
        var row = feedback.get(classified.classKey());
        return row == null
                ? messages.text("feedback.unknown", Map.of("family", family(classified.family())))
                : row.text(column + language);
    }

    /// The name of a feedback family (フィードバックの分野).
    public String family(String name) {
        return messages.text("family." + name);
    }

    /// The name of a variable as it stands in [org.tsunagu.rules.decision.Decision#missingThatMatter] (項目名).
    public String variable(String name) {
        var row = variables.get(name);
        return row == null ? name : row.text("name_" + language);
    }

    /// The name of a group of `completion.tsv` as it stands in [Judgement#missingGroups] (基本項目の名称).
    public String group(String key) {
        var row = groups.get(key);
        return row == null ? key : row.text("name_" + language);
    }
}
