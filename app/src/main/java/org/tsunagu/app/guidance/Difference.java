package org.tsunagu.app.guidance;

import java.util.List;

/// Something in a received document that keeps it waiting or disagrees with what is known here (文書の相違).
///
/// @param code CHK-GUI-003 (no checkup of that day), NO_TARGET, NO_COURSE, OTHER_INSURER, NOTHING_DONE, NOT_INSURED,
/// NO_DAY, FORM, ANOTHER_COURSE, MEASURED, LEVEL, EARLY, POINTS, WAIST_WEIGHT or REFUSED
/// @param values what the sentence about it names
public record Difference(String code, List<String> values) {

    static final String NO_CHECKUP = "CHK-GUI-003";
    static final String NO_TARGET = "NO_TARGET";
    static final String NO_COURSE = "NO_COURSE";
    static final String OTHER_INSURER = "OTHER_INSURER";
    static final String NOTHING_DONE = "NOTHING_DONE";
    static final String NOT_INSURED = "NOT_INSURED";
    static final String NO_DAY = "NO_DAY";
    static final String FORM = "FORM";
    static final String ANOTHER_COURSE = "ANOTHER_COURSE";
    static final String MEASURED = "MEASURED";
    static final String LEVEL = "LEVEL";
    static final String EARLY = "EARLY";
    static final String POINTS = "POINTS";
    static final String WAIST_WEIGHT = "WAIST_WEIGHT";
    static final String REFUSED = "REFUSED";

    private static final int LONGEST = 60;

    /// Keeps the values short and without the sign between them.
    public Difference {
        values = values.stream().map(Difference::plain).toList();
    }

    static Difference of(String code, Object... values) {
        return new Difference(
                code, List.of(values).stream().map(Object::toString).toList());
    }

    /// A value by its place; empty for none.
    public String value(int place) {
        return place < values.size() ? values.get(place) : "";
    }

    String written() {
        return code + values.stream().map("|"::concat).reduce("", String::concat);
    }

    static Difference read(String written) {
        var parts = List.of(written.split("\\|", -1));
        return new Difference(parts.getFirst(), parts.subList(1, parts.size()));
    }

    private static String plain(String value) {
        var plain = value.replaceAll("[|\\p{Cntrl}]", " ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
