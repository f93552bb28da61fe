package org.tsunagu.claimsformat.master;

import java.util.Optional;

/// What a row says has happened to its code since the edition before (変更区分).
enum Change {
    /// 0: nothing.
    SAME('0'),
    /// 1: erased, as if it had never been there.
    ERASED('1'),
    /// 2: restored (diseases and modifiers only).
    RESTORED('2'),
    /// 3: new.
    NEW('3'),
    /// 5: changed; in a differential only the changed columns are filled.
    CHANGED('5'),
    /// 9: abolished.
    ABOLISHED('9');

    private final char code;

    Change(char code) {
        this.code = code;
    }

    /// The change of a code.
    static Optional<Change> of(String code) {
        for (var change : values()) {
            if (code.length() == 1 && code.charAt(0) == change.code) {
                return Optional.of(change);
            }
        }
        return Optional.empty();
    }
}
