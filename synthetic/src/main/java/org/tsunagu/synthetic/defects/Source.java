package org.tsunagu.synthetic.defects;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsunagu.codes.time.PlanPeriod;

/// A written document, as text that defects are put into (書き出した文書).
///
/// @param date day of the checkup
/// @param insurer number of the insurer
record Source(String xml, LocalDate date, String insurer) {
    private static final String OBSERVATION = "<observation ";
    private static final String OBSERVATION_END = "</observation>";

    boolean isFourthPeriod() {
        return PlanPeriod.of(date).compareTo(PlanPeriod.FOURTH) >= 0;
    }

    /// The first of these items that the document has; empty text when it has none.
    String first(String... items) {
        for (var item : items) {
            if (has(item)) {
                return item;
            }
        }
        return "";
    }

    boolean has(String item) {
        return !item.isEmpty() && xml.contains(mark(item));
    }

    /// The observation of an item as written; empty text when there is none.
    String observation(String item) {
        var at = xml.indexOf(mark(item));
        if (item.isEmpty() || at < 0) {
            return "";
        }
        var from = xml.lastIndexOf(OBSERVATION, at);
        return xml.substring(from, xml.indexOf(OBSERVATION_END, at) + OBSERVATION_END.length());
    }

    /// Whether the answer of an item is this code.
    boolean answers(String item, String code) {
        return observation(item).contains(" code=\"" + code + "\" codeSystem=");
    }

    /// Changes the observation of an item; empty when there is none or nothing changes.
    Optional<Change> change(String item, UnaryOperator<String> edit) {
        var before = observation(item);
        var after = before.isEmpty() ? before : edit.apply(before);
        return after.equals(before) ? Optional.empty() : Optional.of(Change.of(xml.replace(before, after), item));
    }

    /// Replaces the first match inside the observation of an item.
    Optional<Change> change(String item, String regex, String replacement) {
        return change(item, text -> text.replaceFirst(regex, replacement));
    }

    /// Takes out the entry, or the part of a series, that holds an item.
    Optional<Change> without(String item, String element) {
        var block = enclosing(item, element);
        return block.isEmpty() ? Optional.empty() : Optional.of(Change.of(xml.replace(block, ""), item));
    }

    /// Puts another entry behind the one that holds an item.
    Optional<Change> behind(String item, UnaryOperator<String> copy, String newItem) {
        var block = enclosing(item, "entry");
        return block.isEmpty()
                ? Optional.empty()
                : Optional.of(Change.of(xml.replace(block, block + copy.apply(block)), newItem));
    }

    private String enclosing(String item, String element) {
        var at = xml.indexOf(mark(item));
        if (item.isEmpty() || at < 0) {
            return "";
        }
        var end = "</" + element + ">\n";
        var from = xml.lastIndexOf("<" + element, at);
        return xml.substring(xml.lastIndexOf('\n', from) + 1, xml.indexOf(end, at) + end.length());
    }

    /// Replaces the first match after a marker of the header.
    Optional<Change> header(String marker, String regex, String replacement) {
        var from = xml.indexOf(marker);
        if (from < 0) {
            return Optional.empty();
        }
        var matcher = Pattern.compile(regex).matcher(xml);
        if (!matcher.find(from)) {
            return Optional.empty();
        }
        var changed = new StringBuilder(xml.substring(0, matcher.start()));
        changed.append(matcher.group().replaceFirst(regex, replacement)).append(xml.substring(matcher.end()));
        return Optional.of(Change.of(changed.toString(), ""));
    }

    /// The first number of an observation changed.
    static String number(String observation, UnaryOperator<String> change) {
        return Pattern.compile(" value=\"([0-9.]+)\" unit")
                .matcher(observation)
                .replaceFirst(
                        match -> Matcher.quoteReplacement(" value=\"" + change.apply(match.group(1)) + "\" unit"));
    }

    private static String mark(String item) {
        return "<code code=\"" + item + "\"";
    }
}
