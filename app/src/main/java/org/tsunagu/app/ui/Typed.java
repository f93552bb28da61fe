package org.tsunagu.app.ui;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What stands in a form, and what is wrong with it (入力内容と入力の誤り), by field.
public final class Typed {

    private final Map<String, String> fields;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    /// A form before anybody has typed.
    public static Typed fresh(Map<String, String> fields) {
        return new Typed(Map.copyOf(fields));
    }

    /// A form that is shown again with something to say about it.
    ///
    /// @param problems keys of messages, by field
    public static Typed fresh(Map<String, String> fields, Map<String, String> problems) {
        var typed = fresh(fields);
        typed.problems.putAll(problems);
        return typed;
    }

    /// What came back from a form: only its own fields, without blanks around them.
    public static Typed of(List<String> names, Map<String, String> parameters) {
        var fields = new LinkedHashMap<String, String>();
        names.forEach(name -> fields.put(name, parameters.getOrDefault(name, "").strip()));
        return new Typed(fields);
    }

    /// What stands in a field; empty when nothing does.
    public String of(String field) {
        return fields.getOrDefault(field, "");
    }

    /// Whether a choice is the one chosen.
    public boolean is(String field, Enum<?> choice) {
        return of(field).equals(choice.name());
    }

    /// All fields.
    public Map<String, String> fields() {
        return fields;
    }

    /// The choice made.
    ///
    /// @throws NotFound if the form was not ours
    public <E extends Enum<E>> E choice(String field, E[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> is(field, choice))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// The key by which a form that is sent twice is recognised.
    ///
    /// @throws NotFound if the form was not ours
    public UUID key(String field) {
        try {
            return UUID.fromString(of(field));
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound();
        }
    }

    /// The day typed into a field that may be left empty; anything else that is no day is a problem.
    public Optional<LocalDate> day(String field) {
        var day = TypedDate.read(of(field));
        require(day.isPresent() || of(field).isEmpty(), field, "ui.problem.date");
        return day;
    }

    /// The day typed into a field that must have one.
    public Optional<LocalDate> dayNeeded(String field) {
        require(!of(field).isEmpty(), field, "ui.problem.date");
        return day(field);
    }

    /// Says what is wrong when something does not hold; the first that is wrong with a field is said.
    ///
    /// @param problem key of the message
    public void require(boolean holds, String field, String problem) {
        if (!holds) {
            problems.putIfAbsent(field, problem);
        }
    }

    /// What is wrong: keys of messages, by field.
    public Map<String, String> problems() {
        return problems;
    }

    /// Whether anything is wrong.
    public boolean isRefused() {
        return !problems.isEmpty();
    }

    /// Whether something is wrong with a field.
    public boolean isWrong(String field) {
        return problems.containsKey(field);
    }
}
