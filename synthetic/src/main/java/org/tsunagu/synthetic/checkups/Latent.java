package org.tsunagu.synthetic.checkups;

/// What lies behind the results of one person in one year (潜在変数): standard normal values of measures, of the
/// inclination to be treated, and of habits.
final class Latent {
    private static final int PROTEIN = Measure.HB.index() + 1;
    private static final int SUGAR = PROTEIN + 1;
    static final int FIRST_DRUG = SUGAR + 1;
    private static final int DRUGS = 3;
    static final int LIFE = FIRST_DRUG + DRUGS + 1;
    static final int FIRST_QUESTION = LIFE + 1;
    private static final int QUESTIONS = 22;
    static final int HEIGHT = FIRST_QUESTION + QUESTIONS;
    static final int SIZE = HEIGHT + 1;

    private final double[] values;

    Latent(double[] values) {
        this.values = values;
    }

    double of(Measure measure) {
        return values[measure.index()];
    }

    double protein() {
        return values[PROTEIN];
    }

    double sugar() {
        return values[SUGAR];
    }

    /// What the three medicines have in common.
    double drugs() {
        return values[FIRST_DRUG];
    }

    /// What is peculiar to medicine 1, 2 or 3.
    double drug(int medicine) {
        return values[FIRST_DRUG + medicine];
    }

    /// How unhealthy the way of life is.
    double life() {
        return values[LIFE];
    }

    /// What is peculiar to a question, 1 to 22.
    double question(int number) {
        return values[FIRST_QUESTION + number - 1];
    }

    double height() {
        return values[HEIGHT];
    }
}
