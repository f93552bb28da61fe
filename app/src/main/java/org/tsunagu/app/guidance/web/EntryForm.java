package org.tsunagu.app.guidance.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.app.guidance.Entry;
import org.tsunagu.app.guidance.Goals;
import org.tsunagu.app.guidance.Progress;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.guidance.Circumstance;
import org.tsunagu.rules.guidance.Form;
import org.tsunagu.rules.guidance.Trigger;

/// The form by which something is recorded in a course (記録の入力欄): what was typed, and what is wrong with it.
public final class EntryForm {

    private static final Map<Trigger, Set<String>> FIELDS = Map.ofEntries(
            Map.entry(Trigger.APPLY, Set.of("next")),
            Map.entry(Trigger.FIRST_PART, Set.of("form", "minutes", "next")),
            Map.entry(Trigger.SECOND_PART, Set.of("form", "minutes", "goals", "next")),
            Map.entry(Trigger.FIRST_INTERVIEW, Set.of("form", "minutes", "people", "goals", "next")),
            Map.entry(Trigger.SUPPORT, Set.of("item", "minutes", "next")),
            Map.entry(Trigger.INTERIM, Set.of("item", "minutes", "body", "next")),
            Map.entry(Trigger.EVALUATE, Set.of("item", "minutes", "body", "habits", "more")),
            Map.entry(Trigger.GIVE_UP_EVALUATION, Set.of("attempts")),
            Map.entry(Trigger.RESUME, Set.of("next")));
    private static final int LONGEST = 1000;
    private static final int LONGEST_YEARS = 2;
    private static final int LONGEST_NAME = 100;
    private static final String INTERVIEW = "form";
    private static final String DOUBTFUL = "guidance.problem.doubtful";

    private final Trigger what;
    private final Map<String, String> typed;
    private final Map<String, String> problems = new LinkedHashMap<>();

    EntryForm(Trigger what, Map<String, String> typed) {
        this.what = what;
        this.typed = typed;
    }

    /// What is recorded.
    public Trigger what() {
        return what;
    }

    /// Whether the form has some fields for what is recorded.
    public boolean has(String fields) {
        return FIELDS.getOrDefault(what, Set.of()).contains(fields);
    }

    /// What stands in a field.
    public String of(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /// Keys of what is wrong, by field.
    public Map<String, String> problems() {
        return problems;
    }

    /// What is recorded; look at the problems first. Only what the form offers is taken.
    Entry entry(LocalDate today, Progress progress) {
        var on = day("on", true);
        if (on.filter(day -> day.isAfter(today)).isPresent()) {
            problems.put("on", "guidance.problem.future");
        }
        if (of("words").length() > LONGEST) {
            problems.put("course-words", "guidance.problem.long");
        }
        if (of("by").isEmpty() || of("by").length() > LONGEST_NAME) {
            problems.put("by", "guidance.problem.by");
        }
        needed();
        var form = form();
        return new Entry(
                what,
                on.orElse(today),
                form,
                has("minutes") ? number("minutes") : OptionalInt.empty(),
                has("people") ? number("people") : OptionalInt.empty(),
                item(progress),
                circumstances(),
                has("body") ? decimal("waist") : Optional.empty(),
                has("body") ? decimal("weight") : Optional.empty(),
                has("habits") ? of(progress.habits(), "habit-") : List.of(),
                has("attempts") ? number("attempts") : OptionalInt.empty(),
                of("more").equals("yes"),
                has("next") ? next(on.orElse(today)) : Optional.empty(),
                has("goals") ? goals(progress) : List.of(),
                has("goals") ? number("planned") : OptionalInt.empty(),
                of("words"),
                of("by"));
    }

    /// What has to be said beside the day: why somebody declines, how long a part of an interview took.
    private void needed() {
        if (what == Trigger.DECLINE && of("words").isEmpty()) {
            problems.put("course-words", "guidance.problem.reason");
        }
        if (what == Trigger.FIRST_PART && of("minutes").isEmpty()) {
            problems.put("minutes", "guidance.problem.minutes");
        }
    }

    /// Asks to confirm what is hardly possible; who has confirmed it is believed.
    ///
    /// @param doubtful fields with such a number
    void confirm(Set<String> doubtful) {
        if (!isSure()) {
            doubtful.forEach(field -> problems.putIfAbsent(field, DOUBTFUL));
        }
    }

    /// Whether a number stands here that has to be confirmed, or was.
    public boolean isDoubtful() {
        return isSure() || problems.containsValue(DOUBTFUL);
    }

    /// Whether doubtful numbers were confirmed.
    public boolean isSure() {
        return of("sure").equals("yes");
    }

    private Optional<Form> form() {
        if (!has(INTERVIEW)) {
            return Optional.empty();
        }
        var form = List.of(Form.values()).stream()
                .filter(one -> one.name().equals(of(INTERVIEW)))
                .findFirst();
        if (form.isEmpty()) {
            problems.put(INTERVIEW, "guidance.problem.form");
        }
        return form;
    }

    private Set<Circumstance> circumstances() {
        var chosen = chosen("c-");
        return Stream.of(Circumstance.values())
                .filter(one -> chosen.contains(one.name()))
                .collect(Collectors.toSet());
    }

    private String item(Progress progress) {
        if (!has("item")) {
            return "";
        }
        var item = progress.supports().stream()
                .map(row -> row.text("item"))
                .filter(of("item")::equals)
                .findFirst()
                .orElse("");
        if (item.isEmpty() && (what == Trigger.SUPPORT || !of("item").isEmpty())) {
            problems.put("item", "guidance.problem.item");
        }
        return item;
    }

    private List<String> of(List<Row> rows, String prefix) {
        var chosen = chosen(prefix);
        return rows.stream()
                .map(row -> row.text("item"))
                .filter(chosen::contains)
                .toList();
    }

    private List<String> goals(Progress progress) {
        var chosen = chosen("goal-");
        return Goals.on(progress.checkupDay()).stream()
                .map(Row::key)
                .filter(chosen::contains)
                .toList();
    }

    /// The next date, which comes after what is recorded and within the course.
    private Optional<LocalDate> next(LocalDate on) {
        var next = day("next", false);
        if (next.filter(day -> day.isBefore(on) || day.isAfter(on.plusYears(LONGEST_YEARS)))
                .isPresent()) {
            problems.put("next", "guidance.problem.next");
        }
        return next;
    }

    private List<String> chosen(String prefix) {
        return typed.keySet().stream()
                .filter(name -> name.startsWith(prefix) && name.matches("[a-z]+-[A-Z0-9_]+"))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }

    private Optional<LocalDate> day(String field, boolean isNeeded) {
        var day = TypedDate.read(of(field));
        if (day.isEmpty() && (isNeeded || !of(field).isEmpty())) {
            problems.put(field, "ui.problem.date");
        }
        return day;
    }

    private String plain(String field) {
        return Normalizer.normalize(of(field), Normalizer.Form.NFKC).replaceAll("\\s|分|人|回|点|cm|kg", "");
    }

    private OptionalInt number(String field) {
        var text = plain(field);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,4}")) {
            problems.put(field, "guidance.problem.number");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private Optional<BigDecimal> decimal(String field) {
        var text = plain(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
            problems.put(field, "guidance.problem.decimal");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }
}
