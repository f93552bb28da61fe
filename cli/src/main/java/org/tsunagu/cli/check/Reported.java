package org.tsunagu.cli.check;

import java.util.Optional;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.rules.Judgement;

/// The judgements a document brings along (報告された判定), items 9N501 and 9N506.
record Reported(Optional<Observation> metabolic, Optional<Observation> level) {

    static final Reported NOTHING = new Reported(Optional.empty(), Optional.empty());

    private static final String METABOLIC = "9N501000000000011";
    private static final String LEVEL = "9N506000000000011";
    private static final String OF_INSURERS = "10";

    static Reported of(CheckupDocument document) {
        Optional<Observation> metabolic = Optional.empty();
        Optional<Observation> level = Optional.empty();
        for (var observation : document.observations()) {
            if (observation.code().equals(METABOLIC)) {
                metabolic = metabolic.or(() -> Optional.of(observation));
            } else if (observation.code().equals(LEVEL)) {
                level = level.or(() -> Optional.of(observation));
            }
        }
        return metabolic.isEmpty() && level.isEmpty() ? NOTHING : new Reported(metabolic, level);
    }

    String metabolicCode() {
        return code(metabolic);
    }

    String levelCode() {
        return code(level);
    }

    private static String code(Optional<Observation> observation) {
        var result = observation
                .filter(found -> found.state() == ValueState.MEASURED)
                .map(Observation::result);
        return result.isPresent() ? result.get().text() : "";
    }

    /// Reports where the document and our rules disagree (CHK-ITM-026), in specific health checkups.
    void compare(Judgement ours, Header header, Place place, Reporter reporter) {
        if (header.category().text().equals(OF_INSURERS)) {
            compare(metabolic, Judged.metabolic(ours), place, reporter);
            compare(level, Judged.level(ours), place, reporter);
        }
    }

    private static void compare(Optional<Observation> theirs, String ours, Place place, Reporter reporter) {
        var code = code(theirs);
        if (!code.isEmpty() && !ours.isEmpty() && !code.equals(ours)) {
            var at = theirs.orElseThrow();
            reporter.report(
                    "CHK-ITM-026", place.at(at.line(), at.column()).item(at.code()), "actual", code, "expected", ours);
        }
    }
}
