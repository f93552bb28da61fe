package org.tsunagu.app.mailing.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.consent.Exits;
import org.tsunagu.app.mailing.Runs;

/// Letters that somebody else prints (印刷の委託). Printed in the house they do not leave; given to a contractor they do,
/// and
/// the law is asked about everybody in them.
@Component
class OutsidePrinting {

    private static final String EXIT = "POST /letters/{id}/pdf";
    private static final int LONGEST = 100;

    private final Exits exits;
    private final Runs runs;

    OutsidePrinting(Exits exits, Runs runs) {
        this.exits = exits;
        this.runs = runs;
    }

    /// Why a run must not be given to a printer, as the key of a message.
    ///
    /// @param printer what it is called; empty in the house
    Optional<String> problem(long run, String printer) {
        if (printer.length() > LONGEST) {
            return Optional.of("mailing.problem.printer");
        }
        return printer.isEmpty() || exits.mayLeave(EXIT, printer, runs.printed(run), "letters/" + run)
                ? Optional.empty()
                : Optional.of("consent.exit.refused");
    }
}
