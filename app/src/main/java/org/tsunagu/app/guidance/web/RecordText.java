package org.tsunagu.app.guidance.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tsunagu.app.guidance.Progress;
import org.tsunagu.app.guidance.Recorded;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.rules.guidance.Form;
import org.tsunagu.rules.guidance.Support;

/// What a record says beside its day and words (記録の内容の表示): form, kind of support, minutes, people, next
/// day.
public final class RecordText {

    private RecordText() {}

    /// In the language of a page; empty for a record that says no more.
    public static String of(Frame frame, Progress progress, Recorded one) {
        var numbers = one.event().facts().numbers();
        var parts = new ArrayList<String>();
        var form = numbers.getOrDefault("form", BigDecimal.ZERO).toPlainString();
        Stream.of(Form.values())
                .filter(of -> of.code().equals(form))
                .forEach(of -> parts.add(frame.text("guidance.form." + of)));
        one.event().supports().forEach(support -> parts.addAll(support(frame, progress, support)));
        number(frame, parts, "guidance.told.minutes", numbers.get("minutes"));
        var people = numbers.getOrDefault("group_size", BigDecimal.ONE);
        if (people.compareTo(BigDecimal.ONE) > 0) {
            number(frame, parts, "guidance.told.people", people);
        }
        number(frame, parts, "guidance.told.attempts", numbers.get("attempts"));
        number(frame, parts, "guidance.told.planned", numbers.get("planned_points"));
        one.event().next().ifPresent(day -> parts.add(frame.text("guidance.told.next", "day", frame.shortDate(day))));
        return String.join(frame.text("guidance.told.comma"), parts);
    }

    private static List<String> support(Frame frame, Progress progress, Support support) {
        var parts = new ArrayList<String>();
        parts.add(progress.name(support.item(), frame.language().locale()));
        support.minutes()
                .ifPresent(minutes -> number(frame, parts, "guidance.told.minutes", BigDecimal.valueOf(minutes)));
        support.circumstances().stream()
                .map(one -> frame.text("guidance.circumstance." + one))
                .sorted()
                .forEach(parts::add);
        return parts;
    }

    private static void number(Frame frame, List<String> parts, String key, @Nullable BigDecimal number) {
        if (number != null) {
            parts.add(frame.text(key, "number", number.toPlainString()));
        }
    }
}
