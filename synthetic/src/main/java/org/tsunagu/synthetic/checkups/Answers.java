package org.tsunagu.synthetic.checkups;

/// Answers of a person to the 22 questions (質問票の回答) in the coding of the published tables, period 3.
public final class Answers {
    /// The question was not asked of this person.
    public static final int NONE = 0;

    private final int[] answers;

    Answers(int[] answers) {
        this.answers = answers;
    }

    /// The answer to a question, 1 to 22; [#NONE] when there is none.
    public int get(int question) {
        return answers[question];
    }

    /// Whether medicine 1 (pressure), 2 (glucose) or 3 (lipids) is taken.
    public boolean takes(int medicine) {
        return answers[medicine] == 1;
    }

    /// How many of the three medicines are taken.
    public int medicines() {
        return (takes(1) ? 1 : 0) + (takes(2) ? 1 : 0) + (takes(3) ? 1 : 0);
    }
}
