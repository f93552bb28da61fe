package org.tsunagu.synthetic.checkups;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.draw.Normal;

/// The standard questionnaire (標準的な質問票): `questions.tsv` says which item a question is and what drives its answer,
/// `splits.tsv` how an answer of period 3 is written since 2024.
final class Questionnaire {
    /// How often alcohol is drunk.
    private static final int DRINKING = 18;
    /// How much on a drinking day: asked of drinkers, and answered by some who hardly drink.
    private static final int AMOUNT = 19;
    private static final int HARDLY = 3;
    private static final int QUESTIONS = 22;
    private static final int FIRST_HABIT = 4;

    private final Shares shares;
    private final Medication medication;
    private final Table questions =
            Table.read("checkups/questions", Questionnaire.class.getResourceAsStream("questions.tsv"));
    private final Table splits = Table.read("checkups/splits", Questionnaire.class.getResourceAsStream("splits.tsv"));

    private final Map<LocalDate, Form> forms = new ConcurrentHashMap<>();
    private final Driver[] drivers = new Driver[QUESTIONS + 1];

    private record Driver(String by, double loading) {}

    Questionnaire(Shares shares, Medication medication) {
        this.shares = shares;
        this.medication = medication;
        for (var row : questions.rows().reversed()) {
            drivers[number(row)] = new Driver(row.text("driver"), Double.parseDouble(row.text("loading")));
        }
    }

    Answers ask(Latent latent, Band band) {
        var answers = new int[QUESTIONS + 1];
        for (var medicine = 1; medicine <= 3; medicine++) {
            answers[medicine] = medication.takes(medicine, latent, band) ? 1 : 2;
        }
        for (var question = FIRST_HABIT; question <= QUESTIONS; question++) {
            if (question != AMOUNT) {
                answers[question] = pick(rank(latent, question), shares.of(key(question), band));
            }
        }
        answers[AMOUNT] = amount(answers[DRINKING], rank(latent, AMOUNT), band);
        return new Answers(answers);
    }

    /// Share of the people more inclined to the first answer.
    private double rank(Latent latent, int question) {
        var driver = drivers[question];
        var z = switch (driver.by) {
            case "" -> 0;
            case "life" -> latent.life();
            default -> latent.of(Measure.valueOf(driver.by.toUpperCase(java.util.Locale.ROOT)));
        };
        var l = driver.loading * z + StrictMath.sqrt(1 - driver.loading * driver.loading) * latent.question(question);
        return 1 - Normal.cdf(l);
    }

    private static int pick(double rank, List<Double> shares) {
        var sum = 0.0;
        for (var i = 0; i < shares.size(); i++) {
            sum += shares.get(i);
            if (rank < sum) {
                return i + 1;
            }
        }
        return shares.size();
    }

    private int amount(int drinking, double rank, Band band) {
        var hardly = shares.of(key(DRINKING), band).get(HARDLY - 1);
        var asked = Math.min(1, shares.people(key(AMOUNT), band) / shares.people(key(DRINKING), band));
        var amounts = shares.of(key(AMOUNT), band);
        var hardlyAnswering = Math.clamp(asked - (1 - hardly), 0, amounts.getFirst() * asked);
        if (drinking == HARDLY) {
            return rank < hardlyAnswering / hardly ? 1 : Answers.NONE;
        }
        // The little that those who hardly drink answer is taken out of the first amount; heavy drinkers rank first.
        var drinkers = asked - hardlyAnswering;
        var sum = 0.0;
        for (var i = amounts.size(); i > 1; i--) {
            sum += amounts.get(i - 1) * asked / drinkers;
            if (rank < sum) {
                return i;
            }
        }
        return 1;
    }

    /// The form in use on a checkup date.
    Form form(LocalDate day) {
        return forms.computeIfAbsent(day, d -> new Form(questions.on(d), splits.on(d)));
    }

    static String key(int question) {
        return "q%02d".formatted(question);
    }

    /// Items and codes of the questions on a date (質問票の様式).
    static final class Form {
        private final String[] items = new String[QUESTIONS + 1];
        private final List<Row> splits;

        private Form(List<Row> questions, List<Row> splits) {
            questions.forEach(row -> items[number(row)] = row.text("item"));
            this.splits = splits;
        }

        String item(int question) {
            return items[question];
        }

        /// The answer as it is coded.
        ///
        /// @param share between 0 and 1, decides where one old answer became several
        int code(int question, int answer, Sex sex, double share) {
            var column = sex == Sex.MALE ? "share_m" : "share_f";
            var sum = 0.0;
            var code = answer;
            for (var row : splits) {
                if (number(row) == question && row.integer("answer") == answer && sum <= share) {
                    sum += Double.parseDouble(row.text(column));
                    code = row.integer("code");
                }
            }
            return code;
        }
    }

    private static int number(Row row) {
        return Integer.parseInt(row.text("key").substring(1));
    }
}
