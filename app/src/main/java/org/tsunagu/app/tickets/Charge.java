package org.tsunagu.app.tickets;

import java.util.Arrays;
import java.util.List;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What the person pays at the counter for one service (窓口負担).
///
/// @param code of the kind in the documents (別表6)
/// @param yen amount of a fixed charge, or the most the insurer pays; 0 for other kinds
/// @param percent rate of a charge by rate; 0 for other kinds
public record Charge(Service service, String code, Kind kind, int yen, int percent) {

    private static final Table KINDS = Table.read("tickets/charges", Charge.class.getResourceAsStream("charges.tsv"));

    /// What is paid for (健診・保健指導の区分).
    public enum Service {
        BASIC,
        DETAILED,
        ADDITIONAL,
        DOCK,
        GUIDANCE;

        private TicketKind.Family family() {
            return this == GUIDANCE ? TicketKind.Family.GUIDANCE : TicketKind.Family.CHECKUP;
        }

        /// The services of a family of tickets.
        public static List<Service> of(TicketKind.Family family) {
            return Arrays.stream(values())
                    .filter(service -> service.family() == family)
                    .toList();
        }
    }

    /// How the payment is fixed (負担の決め方).
    public enum Kind {
        NONE,
        FIXED,
        RATE,
        CAP
    }

    /// A charge of a kind; the number goes where the kind needs it.
    public static Charge of(Service service, Kind kind, int number) {
        var row = row(kind);
        return new Charge(
                service,
                row.key(),
                kind,
                row.text("needs").equals("yen") ? number : 0,
                row.text("needs").equals("percent") ? number : 0);
    }

    /// Whether a kind needs an amount or a rate.
    public static boolean needsNumber(Kind kind) {
        return !row(kind).text("needs").isEmpty();
    }

    private static Row row(Kind kind) {
        return KINDS.rows().stream()
                .filter(one -> one.text("kind").equals(kind.name()))
                .findFirst()
                .orElseThrow();
    }

    /// The one number it has; 0 for none.
    public int number() {
        return yen + percent;
    }
}
