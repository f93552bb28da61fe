package org.tsunagu.rules.legal;

import java.text.Normalizer;

/// To whom data may go (提供先): one organisation by name, a kind of organisations, or anybody.
///
/// @param party of `parties.tsv`; empty for anybody
/// @param name of the organisation; empty for all of the kind
/// @param number of an insurer, eight digits; empty when it has none or none is known
public record Recipient(String party, String name, String number) {

    /// Everybody.
    public static final Recipient ANYBODY = new Recipient("", "");

    /// Without a number.
    public Recipient(String party, String name) {
        this(party, name, "");
    }

    /// Whether one organisation is meant.
    public boolean isNamed() {
        return !name.isEmpty() || !number.isEmpty();
    }

    /// Whether what was said about this one holds for another.
    public boolean covers(Recipient other) {
        return isOfKind(other) && (!isNamed() || isSame(other));
    }

    /// Whether a no to this one is a no to another: also when nobody can tell that they are two. Insurers
    /// are known by their numbers; two names without them may be one insurer.
    boolean mayBe(Recipient other) {
        return covers(other)
                || (isOfKind(other)
                        && other.isNamed()
                        && !isTold(other)
                        && LegalTables.shipped().hasNumbers(party));
    }

    private boolean isOfKind(Recipient other) {
        return party.isEmpty() || party.equals(other.party);
    }

    private boolean isTold(Recipient other) {
        return !number.isEmpty() && !other.number.isEmpty();
    }

    private boolean isSame(Recipient other) {
        return isTold(other)
                ? number.equals(other.number)
                : !name.isEmpty() && plain(name).equals(plain(other.name));
    }

    /// A name however wide its letters are and wherever blanks are in it.
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
