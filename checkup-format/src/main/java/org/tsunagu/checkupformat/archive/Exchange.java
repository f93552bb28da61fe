package org.tsunagu.checkupformat.archive;

import java.util.stream.Collectors;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// An exchange (種別, 別表1): who sends to whom. The numbers of sender and receiver are in the [ArchiveName].
///
/// @param interactionType 1 to 13, for example 6 for facility to insurer
/// @param senderRoot OID of the sender's number: insurer, facility or payment agency
/// @param receiverRoot OID of the receiver's number; empty when the index names no receiver
public record Exchange(String interactionType, String senderRoot, String receiverRoot) {

    private static final Table KINDS =
            Table.read("archive/exchanges", Exchange.class.getResourceAsStream("exchanges.tsv"));

    /// The exchange of a kind as `exchanges.tsv` has it.
    ///
    /// @throws IllegalArgumentException naming the kinds there are
    public static Exchange of(String interactionType) {
        return KINDS.rows().stream()
                .filter(row -> row.key().equals(interactionType))
                .findFirst()
                .map(row -> new Exchange(row.key(), row.text("sender_root"), row.text("receiver_root")))
                .orElseThrow(() -> new IllegalArgumentException("no exchange %s, only %s"
                        .formatted(
                                interactionType,
                                KINDS.rows().stream().map(Row::key).collect(Collectors.joining(", ")))));
    }
}
