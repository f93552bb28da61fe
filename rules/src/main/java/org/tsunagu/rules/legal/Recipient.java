package org.tsunagu.rules.legal;

/// To whom data may go (提供先): one organisation by name, a kind of organisations, or anybody.
///
/// @param party of `parties.tsv`; empty for anybody
/// @param name of the organisation; empty for all of the kind
public record Recipient(String party, String name) {

    /// Everybody.
    public static final Recipient ANYBODY = new Recipient("", "");

    /// Whether one organisation is meant.
    public boolean isNamed() {
        return !name.isEmpty();
    }

    /// Whether what was said about this one holds for another.
    public boolean covers(Recipient other) {
        return (party.isEmpty() || party.equals(other.party)) && (name.isEmpty() || name.equals(other.name));
    }
}
