package org.tsunagu.checkupformat.document;

import java.util.List;
import java.util.Optional;

/// One act of a guidance document as written (実施・計画の単位): a session with its date, form and staff, a plan, or a plain
/// holder of results. Results that stand in no act, and those in organizers, are read as an act without date.
///
/// @param mood `EVN` for what was done, `INT` for what is planned
/// @param form 支援形態, the code of the act
/// @param formSystem its code system
/// @param date `effectiveTime` or its `low` or `high`, `YYYYMMDD`
/// @param length minutes, when they stand at the act and not at a result
/// @param staff 実施者
/// @param staffSystem its code system
/// @param facility who held it
/// @param line and `column`: where the act begins
public record GuidanceAct(
        String mood,
        Field form,
        String formSystem,
        Field date,
        Length length,
        Field staff,
        String staffSystem,
        Organization facility,
        List<GuidanceResult> results,
        int line,
        int column) {

    /// A length of time as written (実施時間).
    ///
    /// @param unit `min` as a rule; empty when not given
    public record Length(String number, String unit) {

        /// No length in the document.
        public static final Length NONE = new Length("", "");

        /// Whether there is no length.
        public boolean isEmpty() {
            return number.isEmpty() && unit.isEmpty();
        }
    }

    /// The first result of a code that carries something, else the first of that code.
    public Optional<GuidanceResult> find(String code) {
        GuidanceResult first = null;
        for (var result : results) {
            if (result.code().equals(code)) {
                if (!result.isBlank()) {
                    return Optional.of(result);
                }
                first = first == null ? result : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /// Whether this is a session: somebody, some time or some form is written.
    public boolean isSession() {
        return !form.isEmpty() || !date.isEmpty() || !staff.isEmpty();
    }

    /// The same act with other results.
    public GuidanceAct with(List<GuidanceResult> others) {
        return new GuidanceAct(
                mood, form, formSystem, date, length, staff, staffSystem, facility, List.copyOf(others), line, column);
    }
}
