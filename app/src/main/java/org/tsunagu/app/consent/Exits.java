package org.tsunagu.app.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.legal.LegalTables;

/// Every way by which data leave the house (データが出ていくところ), `exits.tsv`: what each holds, and on what it rests.
/// Where people are in it and it goes to somebody else, the law is asked about each of them before it leaves.
@Service
public class Exits {

    private static final Table TABLE = Table.read("consent/exits", Exits.class.getResourceAsStream("exits.tsv"));

    private final Disclosures disclosures;
    private final Clock clock;

    Exits(Disclosures disclosures, Clock clock) {
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /// What an exit holds, and for whom it is (出ていくものと相手).
    public enum Holds {
        /// Nobody can be known by it.
        NOBODY,
        /// People, for the insurer's own work: whoever takes it out is logged with what it is for.
        OWN,
        /// The person's own data, for the person.
        PERSON,
        /// People, for somebody else: a row of the legal table for each of them.
        LAW
    }

    /// A way out.
    ///
    /// @param key method and address
    /// @param party to whom, of `legal/parties`; empty unless `LAW`, and where the work itself says to whom
    /// @param classes of `legal/data-classes`
    /// @param purpose of `legal/purposes`, or what the own work is
    public record Exit(String key, Holds holds, String party, List<String> classes, String purpose) {}

    /// All there are.
    public static List<Exit> all() {
        return TABLE.rows().stream().map(Exits::exit).toList();
    }

    private static Exit exit(Row row) {
        var classes = row.text("data_classes");
        return new Exit(
                row.key(),
                Holds.valueOf(row.text("holds")),
                row.text("party"),
                classes.isEmpty() ? List.of() : List.of(classes.split(",")),
                row.text("purpose"));
    }

    private static Exit of(String key) {
        return find(key)
                .filter(one -> one.holds() == Holds.LAW && !one.party().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("consent/exits: nobody to give it to: " + key));
    }

    /// Asks the law about everybody in something that is about to leave, and writes down what it says.
    ///
    /// @param key of the exit
    /// @param receiver what the other side is called
    /// @param reference where it is done
    /// @return whether it may leave with all of them in it
    public boolean mayLeave(String key, String receiver, Collection<Long> people, String reference) {
        var exit = of(key);
        var own = Actors.current().insurer();
        var kind = LegalTables.shipped().partyOf(own.number());
        return kind.filter(party -> exit.classes().stream()
                        .map(data -> new Transfer(
                                new Transfer.Side(exit.party(), receiver),
                                new Transfer.Side(party, own.name(), own.number()),
                                data,
                                exit.purpose(),
                                LocalDate.now(clock),
                                reference))
                        // Each kind of data is asked about and written down, whatever was said before.
                        .map(transfer -> disclosures.decide(transfer, people))
                        .toList()
                        .stream()
                        .flatMap(Collection::stream)
                        .allMatch(Disclosure::isAllowed))
                .isPresent();
    }

    /// The exit of a method and an address; empty when it is none that is known.
    public static Optional<Exit> find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
