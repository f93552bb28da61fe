package org.tsunagu.rules.legal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Reason;

/// What the law says to a question (情報提供の根拠の回答), with its reasons.
///
/// @param grounds the rows that fit; the one that asks least of the person first; none when there is no ground
/// @param reasons why, in the order in which people read them; of the rows that nearly fit when none does
public record Answer(Question question, List<Ground> grounds, List<Reason> reasons) {

    /// The ground that decides; empty when there is no row.
    public Optional<Ground> ground() {
        return grounds.stream().findFirst();
    }

    /// What the person has to say; without a row, consent.
    public Will will() {
        return ground().map(Ground::will).orElse(Will.YES);
    }

    /// Whether the holder must give the data (提供義務).
    public boolean isDuty() {
        return ground().filter(Ground::isDuty).isPresent();
    }

    /// Whether an act allows to ask (求める根拠規定の有無). Consent alone is none.
    public boolean isLaw() {
        return ground().filter(Ground::isLaw).isPresent();
    }

    /// As sure as the row that decides, else as the weakest of those that do not fit.
    public Certainty certainty() {
        return ground().map(Ground::certainty).orElseGet(() -> Certainty.weakest(Stream.concat(
                Stream.of(Certainty.DERIVED), reasons.stream().map(reason -> reason.basis().certainty()))));
    }
}
