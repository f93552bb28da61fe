package org.tsunagu.app.guidance.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.guidance.Difference;
import org.tsunagu.app.ui.Frame;

/// What keeps a document waiting or disagrees, in plain words (相違の文章): codes and days as people say them.
public final class DifferenceText {

    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private DifferenceText() {}

    /// The sentence in the language of the page.
    public static String of(Frame frame, Difference difference) {
        var arguments = new ArrayList<Object>();
        for (var i = 0; i < NAMES.size(); i++) {
            arguments.add(NAMES.get(i));
            arguments.add(said(frame, difference.code(), difference.value(i)));
        }
        return frame.text("guidance.difference." + difference.code(), arguments.toArray());
    }

    private static String said(Frame frame, String code, String value) {
        return text(frame, "guidance.difference." + code + "." + value)
                .or(() -> text(frame, "guidance.trigger." + value))
                .or(() -> day(value).map(frame::date))
                .orElse(value);
    }

    private static Optional<String> text(Frame frame, String key) {
        return frame.has(key) ? Optional.of(frame.text(key)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
