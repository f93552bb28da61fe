package org.tsunagu.codes.problem;

/// How much a problem weighs (重大度), the same for all formats.
public enum Severity {
    /// Nothing of the file is taken (受付不可).
    REFUSES_FILE("reject"),
    /// This person's document is not taken and goes back or to quarantine; the others go on (エラー).
    REFUSES_DOCUMENT("error"),
    /// Taken, but something does not fit: listed for staff to look at (要確認).
    FLAGS("flag"),
    /// Taken and shown to staff (警告).
    NOTES("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /// The word in tables and files: `reject`, `error`, `flag`, `warning`.
    public String word() {
        return word;
    }

    /// Whether something is not taken.
    public boolean refuses() {
        return compareTo(FLAGS) < 0;
    }

    /// Reads the word of a table.
    ///
    /// @throws IllegalArgumentException for a word that is none of the four
    public static Severity of(String word) {
        for (var severity : values()) {
            if (severity.word.equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("severity %s; known are reject, error, flag, warning".formatted(word));
    }
}
