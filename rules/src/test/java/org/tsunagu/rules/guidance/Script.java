package org.tsunagu.rules.guidance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.flow.Facts;

/// Reads the short words of the case tables of guidance.
///
/// A support is `IND:30`, with a day `IND:30@2024-07-01`, with a circumstance `IND:30!AUTOMATIC`. An event is
/// `TRIGGER@2024-07-01`, with facts `{form=1,minutes=20}`, with supports `[IND:30,WW1]`, with the next day
/// `>2024-08-01`.
final class Script {

    static final CourseRules RULES = new CourseRules(List.of());

    private static final Pattern SUPPORT = Pattern.compile("([A-Z0-9_]+)(?::(\\d+))?(?:@([\\d-]+))?((?:![A-Z_]+)*)");
    private static final Pattern EVENT =
            Pattern.compile("([A-Z_]+)@([\\d-]+)(?:\\{([^}]*)})?(?:\\[([^]]*)])?(?:>([\\d-]+))?");

    private Script() {}

    static LocalDate period(int number) {
        return PlanPeriod.values()[number - 1].firstDay();
    }

    static List<Support> supports(String cell) {
        return words(cell, " ").map(Script::support).toList();
    }

    static Support support(String word) {
        var parts = SUPPORT.matcher(word);
        if (!parts.matches()) {
            throw new IllegalArgumentException(word);
        }
        var minutes = parts.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts.group(2)));
        var circumstances = new TreeSet<Circumstance>();
        words(parts.group(4), "!").map(Circumstance::valueOf).forEach(circumstances::add);
        return new Support(parts.group(1), minutes, day(parts.group(3)), Set.copyOf(circumstances));
    }

    static List<Event> events(String cell) {
        return words(cell, " ").map(Script::event).toList();
    }

    static Event event(String word) {
        var parts = EVENT.matcher(word);
        if (!parts.matches()) {
            throw new IllegalArgumentException(word);
        }
        return new Event(
                Trigger.valueOf(parts.group(1)),
                LocalDate.parse(parts.group(2)),
                facts(parts.group(3)),
                words(parts.group(4), ",").map(Script::support).toList(),
                day(parts.group(5)));
    }

    static Facts facts(String cell) {
        var facts = Facts.NONE;
        for (var word : words(cell, ",").toList()) {
            var equals = word.indexOf('=');
            var value = word.substring(equals + 1);
            facts = switch (value) {
                case "yes" -> facts.with(word.substring(0, equals), true);
                case "no" -> facts.with(word.substring(0, equals), false);
                default -> facts.with(word.substring(0, equals), new BigDecimal(value));
            };
        }
        return facts;
    }

    /// A course after events that must all be possible.
    static Course play(Course course, String events) {
        for (var event : events(events)) {
            course = switch (RULES.apply(course, event)) {
                case Step.Taken taken -> taken.course();
                case Step.Refused refused -> throw new AssertionError(event + " " + refused.reasons());
            };
        }
        return course;
    }

    private static Optional<LocalDate> day(String word) {
        return word == null ? Optional.empty() : Optional.of(LocalDate.parse(word));
    }

    static BigDecimal number(String cell, int index) {
        return new BigDecimal(cell.split("/")[index]);
    }

    /// The ids of a case table.
    static List<String> firstCells(String file) {
        try (var in = Script.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t")[0])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> words(String cell, String separator) {
        return cell == null ? Stream.empty() : Stream.of(cell.split(separator)).filter(word -> !word.isBlank());
    }
}
