package org.tsunagu.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.cli.check.Tally;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.problem.Severity;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// What a run of `check` says at its end (点検のまとめ).
final class CheckSummary {

    private final Words words;
    private final PrintWriter out;

    CheckSummary(Words words, PrintWriter out) {
        this.words = words;
        this.out = out;
    }

    void print(Tally tally, List<String> files, Path folder, String seconds) {
        out.println(words.text(
                "summary.documents",
                "all",
                words.number(tally.documents()),
                "accepted",
                words.number(tally.documents(Status.ACCEPTED)),
                "warned",
                words.number(tally.documents(Status.WARNED)),
                "rejected",
                words.number(tally.documents(Status.REJECTED)),
                "seconds",
                seconds));
        out.println(words.text(
                "summary.findings",
                "reject",
                words.number(tally.findings(Severity.REFUSES_FILE)),
                "error",
                words.number(tally.findings(Severity.REFUSES_DOCUMENT)),
                "warning",
                words.number(tally.findings(Severity.NOTES))));
        if (tally.documents() > 0) {
            judgements(tally);
        }
        out.println(words.text("summary.files", "folder", folder.toString(), "files", String.join(" ", files)));
        if (tally.isNothingReadable()) {
            out.println(words.text("summary.nothing"));
        }
        out.flush();
    }

    private void judgements(Tally tally) {
        out.println(words.text(
                "summary.level",
                "active",
                words.number(tally.people(Level.ACTIVE)),
                "motivational",
                words.number(tally.people(Level.MOTIVATIONAL)),
                "none",
                words.number(tally.people(Level.NONE)),
                "undetermined",
                words.number(tally.people(Level.UNDETERMINED)),
                "outside",
                words.number(tally.people(Level.OUTSIDE))));
        out.println(words.text(
                "summary.metabolic",
                "met",
                words.number(tally.people(MetabolicCode.MET)),
                "preliminary",
                words.number(tally.people(MetabolicCode.PRELIMINARY)),
                "none",
                words.number(tally.people(MetabolicCode.NOT_MET)),
                "undetermined",
                words.number(tally.people(MetabolicCode.UNDETERMINED))));
    }
}
