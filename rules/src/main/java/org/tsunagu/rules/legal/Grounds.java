package org.tsunagu.rules.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// On which legal ground data are asked for and given (情報提供の根拠): `legal-basis.tsv`, looked up
/// for the day of the request. Where there is no row, nothing may be given without the person's
/// consent.
public final class Grounds {

    private static final Grounds SHIPPED = new Grounds(List.of());
    private static final String ABOUT = "ground";
    private static final Basis NO_ROW = new Basis("legal/legal-basis", "", Certainty.DERIVED, "RULES 14.1");

    private final List<Ground> all;

    /// Reads the table.
    public Grounds(List<Correction> corrections) {
        all = LegalTables.read(corrections).basis().rows().stream()
                .map(Ground::new)
                .toList();
    }

    /// The table as shipped.
    public static Grounds shipped() {
        return SHIPPED;
    }

    /// Every row, also those no longer in force.
    public List<Ground> all() {
        return all;
    }

    /// The grounds in force on a day that touch a party and ask for no consent (同意が要らない提供).
    ///
    /// @param party key of `parties.tsv`
    public List<Ground> withoutConsent(String party, LocalDate day) {
        return all.stream()
                .filter(ground -> ground.row().validity().includes(day) && ground.isLaw())
                .filter(ground -> ground.will() == Will.NO || ground.will() == Will.OBJECTION)
                .filter(ground ->
                        ground.requesters().contains(party) || ground.holders().contains(party))
                .toList();
    }

    /// What the law says.
    public Answer ask(Question question) {
        var between = all.stream().filter(ground -> ground.isBetween(question)).toList();
        var found = between.stream()
                .filter(ground -> ground.hasAge(question.age()) && ground.isInForce(question))
                .sorted(Comparator.comparing(Ground::will))
                .toList();
        return new Answer(
                question, found, found.isEmpty() ? none(question, between) : reasons(found.getFirst(), question));
    }

    private static List<Reason> reasons(Ground ground, Question question) {
        var reasons = new ArrayList<Reason>();
        reasons.add(reason(ReasonCode.GROUND, ground.isLaw() ? "LAW" : "NONE", ground, question));
        reasons.add(reason(ReasonCode.GROUND_WILL, ground.will().name(), ground, question));
        if (ground.isDuty()) {
            reasons.add(reason(ReasonCode.GROUND_DUTY, "", ground, question));
        }
        return reasons;
    }

    /// The rows between the same parties for the same data say how far away they are.
    private static List<Reason> none(Question question, List<Ground> between) {
        var reasons = new ArrayList<Reason>();
        var facts = facts("", question);
        reasons.add(new Reason(ReasonCode.GROUND_MISSING, ABOUT, "", NO_ROW, "", "", facts));
        for (var ground : between) {
            if (!ground.hasAge(question.age())) {
                var why = ground.ageTo().isEmpty() ? "OPEN" : "";
                reasons.add(reason(ReasonCode.GROUND_OTHER_AGE, why, ground, question));
            } else {
                var isEarly = question.day().isBefore(ground.row().validity().from());
                reasons.add(reason(ReasonCode.GROUND_OTHER_DAY, isEarly ? "EARLY" : "LATE", ground, question));
            }
        }
        return reasons;
    }

    private static Reason reason(ReasonCode code, String why, Ground ground, Question question) {
        return new Reason(code, ABOUT, "", ground.row().basis(), "", "", facts(why, question));
    }

    private static Map<String, String> facts(String why, Question question) {
        return Map.of(
                "why", why,
                "requester", question.requester(),
                "holder", question.holder(),
                "data", question.dataClass(),
                "age", Integer.toString(question.age()),
                "day", question.day().toString());
    }
}
