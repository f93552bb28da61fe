package org.tsunagu.synthetic.checkups;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.Outcome;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.world.Institution;
import org.tsunagu.synthetic.world.World;

/// Writes down what an institution measures and asks (健診結果の記載), with the official judgements.
public final class Sheets {
    private final long seed;
    private final World world;
    private final Shares shares;
    private final Items items = Items.shipped();
    private final Judging judging = Judging.shipped();
    private final Phrases phrases = new Phrases();
    private final Assumptions assumptions = Checkups.assumptions();
    private final Questionnaire questionnaire;

    /// Results and the judgement they lead to (記載結果).
    ///
    /// @param values the results that were judged
    public record Written(List<Observation> observations, Outcome outcome, CheckupValues values) {}

    /// Sheets as the institutions of a world fill them in.
    public Sheets(long seed, World world, Shares shares) {
        this.seed = seed;
        this.world = world;
        this.shares = shares;
        this.questionnaire =
                new Questionnaire(shares, new Medication(shares, new Correlations(assumptions), assumptions));
    }

    /// All results of a checkup.
    public Written write(Checkup checkup, Institution institution) {
        var draw = Draw.of(seed, "sheet", checkup.person(), checkup.year().year());
        var desk = new Desk(checkup, institution, world, assumptions, shares, draw, new ArrayList<>());
        var sheet = new Sheet(items, checkup.date(), checkup.sex());
        BasicTests.body(desk, sheet);
        Interview.history(desk, sheet, phrases);
        BasicTests.pressure(desk, sheet);
        var glucose = BasicTests.glucose(desk);
        BasicTests.blood(desk, sheet, glucose);
        BasicTests.urine(desk, sheet);
        DetailedTests.all(desk, sheet, glucose, phrases);
        Interview.questions(desk, sheet, questionnaire.form(checkup.date()), phrases);
        MissingReason.write(desk, sheet);
        var examinee = new Examinee(checkup.sex(), checkup.birth(), checkup.date());
        var values = sheet.values();
        var outcome = judging.outcome(examinee, values);
        Interview.judgement(desk, sheet, outcome, phrases);
        return new Written(List.copyOf(sheet.observations()), outcome, values);
    }
}
