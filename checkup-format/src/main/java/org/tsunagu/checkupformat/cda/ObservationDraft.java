package org.tsunagu.checkupformat.cda;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;

/// An observation while it is being read (読み取り中の検査結果).
final class ObservationDraft {

    private final int line;
    private final int column;
    private final boolean negated;
    private final int index;
    private KnownTags.ItemCode code = KnownTags.ItemCode.NONE;
    private boolean holdsOthers;
    private List<WrittenValue> values = List.of();
    private String interpretation = "";
    private String method = "";
    private @Nullable ReferenceRange range;
    private String doctorName = "";

    ObservationDraft(Places place, String negation, int index) {
        this.line = place.line();
        this.column = place.column();
        this.negated = negation.equals("true") || negation.equals("1");
        this.index = index;
    }

    /// How many observations the document had before this one.
    int index() {
        return index;
    }

    void code(KnownTags.ItemCode written) {
        code = code.code().isEmpty() ? written : code;
    }

    void add(WrittenValue value) {
        if (values.isEmpty()) {
            values = List.of(value);
        } else if (values.size() == 1) {
            values = List.of(values.getFirst(), value);
        } else {
            var more = new ArrayList<>(values);
            more.add(value);
            values = more;
        }
    }

    void interpretation(String written) {
        interpretation = interpretation.isEmpty() ? written : interpretation;
    }

    void method(String written) {
        method = method.isEmpty() ? written : method;
    }

    void range(@Nullable ReferenceRange written) {
        range = range == null ? written : range;
    }

    void doctorName(String written) {
        doctorName = doctorName.isEmpty() ? written : doctorName;
    }

    void holdsOthers(boolean found) {
        holdsOthers |= found;
    }

    /// Whether this is only the outer shell of a series, no result of its own.
    boolean isOnlySeries() {
        return code.code().isEmpty() && values.isEmpty() && (holdsOthers || code.isNotApplicable());
    }

    Observation build(String section, int group, String relation) {
        return new Observation(
                section,
                code.code(),
                code.item(),
                group,
                relation,
                negated,
                values.size() > 2 ? List.copyOf(values) : values,
                method,
                interpretation,
                range,
                doctorName,
                line,
                column);
    }
}
