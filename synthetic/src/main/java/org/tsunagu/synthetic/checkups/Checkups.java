package org.tsunagu.synthetic.checkups;

import java.time.LocalDate;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.stratification.Level;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.draw.Normal;
import org.tsunagu.synthetic.people.Attendance;
import org.tsunagu.synthetic.people.Member;
import org.tsunagu.synthetic.people.Visit;

/// Makes the checkups of invented people (健診結果の生成), related over the years. Safe to share between threads; the
/// order of calls does not matter.
public final class Checkups {
    private static final int YEARS_OF_EFFECT = 3;

    private final long seed;
    private final FiscalYear first;
    private final Attendance attendance;
    private final Sheets sheets;
    private final Assumptions assumptions = assumptions();
    private final Latents latents;
    private final Bodies bodies;
    private final Questionnaire questionnaire;

    /// Checkups from a first year on, with the published shares and curves given.
    public Checkups(long seed, FiscalYear first, Attendance attendance, Sheets sheets, Shares shares) {
        this.seed = seed;
        this.first = first;
        this.attendance = attendance;
        this.sheets = sheets;
        var correlations = new Correlations(assumptions);
        this.latents = new Latents(seed, first, correlations, assumptions);
        this.bodies = new Bodies(new Marginals(shares), new Urine(shares, assumptions), assumptions);
        this.questionnaire = new Questionnaire(shares, new Medication(shares, correlations, assumptions));
    }

    static Assumptions assumptions() {
        return Assumptions.read("checkups/assumptions", Checkups.class.getResourceAsStream("assumptions.tsv"));
    }

    /// The checkup of somebody who came.
    public Checkup of(Visit visit) {
        var member = visit.member();
        var year = FiscalYear.containing(visit.date());
        return measure(member.id(), member.sex(), member.birth(), visit.date(), effect(member, year));
    }

    /// The checkup of anybody of this sex and birth on a day, without guidance before.
    public Checkup of(long person, Sex sex, LocalDate birth, LocalDate date) {
        return measure(person, sex, birth, date, GuidanceEffect.NONE);
    }

    /// The same person a year earlier, whether or not there was a checkup, without guidance before.
    public Checkup yearBefore(Checkup now) {
        return of(now.person(), now.sex(), now.birth(), now.date().minusYears(1));
    }

    private Checkup measure(long person, Sex sex, LocalDate birth, LocalDate date, GuidanceEffect effect) {
        var year = FiscalYear.containing(date);
        var band = Band.of(sex, year.ageOf(birth));
        var age = Dates.age(birth, date);
        var latent = latents.of(person, year);
        var body = bodies.of(latent, band, age, effect, Draw.of(seed, "body", person, year.year()));
        return new Checkup(person, sex, birth, date, band, age, body, questionnaire.ask(latent, band));
    }

    /// Whether a member took up guidance after the checkup of a year (特定保健指導の利用).
    public boolean guided(Member member, FiscalYear year) {
        return year.compareTo(first) >= 0
                && willing(member.id(), year)
                && attendance
                        .visit(member, year)
                        .filter(visit -> isOffered(visit))
                        .isPresent();
    }

    private boolean isOffered(Visit visit) {
        var level = sheets.write(of(visit), visit.institution()).outcome().level();
        return level == Level.ACTIVE || level == Level.MOTIVATIONAL;
    }

    /// Those who will be healthier next year anyway are likelier to take it up, so that a naive comparison of takers
    /// and others is wrong on purpose.
    private boolean willing(long person, FiscalYear year) {
        var uptake = assumptions.get("guidance_uptake");
        var draw = Draw.of(seed, "guidance", person, year.year());
        var threshold = Normal.quantile(1 - uptake);
        var density = Normal.density(threshold);
        var loading = assumptions.get("guidance_selection") / (density / uptake + density / (1 - uptake));
        return loading * latents.improvement(person, year) + StrictMath.sqrt(1 - loading * loading) * draw.normal()
                > threshold;
    }

    private GuidanceEffect effect(Member member, FiscalYear year) {
        var effect = GuidanceEffect.NONE;
        var one = new GuidanceEffect(assumptions.get("guidance_waist"), assumptions.get("guidance_weight"));
        for (var ago = 1; ago < YEARS_OF_EFFECT; ago++) {
            if (guided(member, new FiscalYear(year.year() - ago))) {
                effect = effect.plus(one, 1 - (ago - 1.0) / (YEARS_OF_EFFECT - 1));
            }
        }
        return effect;
    }
}
