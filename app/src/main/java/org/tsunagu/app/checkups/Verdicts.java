package org.tsunagu.app.checkups;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.app.tables.RuleSet;
import org.tsunagu.rules.decision.Decision;

/// Keeps what the rules say about checkups (判定の保存), within the transaction of the caller. Nothing
/// is overwritten: what is
/// judged again supersedes what was said before.
@Component
class Verdicts {

    private static final String BEFORE = "(select d.id from checkups.current_decision d"
            + " where d.checkup_id = a.checkup and d.question = a.question)";

    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One answer of the rules, as it is stored.
    private record Answer(long memberId, long checkupId, String question, String value, Decision<?> decision) {
        String kind() {
            return decision.certain() ? "CERTAIN" : "UNDECIDED";
        }

        String certainty() {
            return decision.certainty().name().toLowerCase(Locale.ROOT);
        }
    }

    /// Keeps judgements.
    ///
    /// @param isAgain whether these checkups were judged before
    void put(InsurerId insurer, List<HighValues.Judged> all, boolean isAgain) {
        var answers = all.stream().flatMap(one -> answers(one).stream()).toList();
        jdbc.sql("insert into checkups.decision (insurer_id, member_id, checkup_id, question, value, kind, certainty,"
                        + " reasons, missing, rule_set, supersedes) select :insurer, a.member, a.checkup, a.question,"
                        + " a.value, a.kind, a.certainty, a.reasons::jsonb, a.missing::jsonb, :rules, "
                        + (isAgain ? BEFORE : "null")
                        + " from unnest(:members, :checkups, :questions, :values, :kinds, :certainties, :reasons,"
                        + " :missing) as a (member, checkup, question, value, kind, certainty, reasons, missing)")
                .param("insurer", insurer.value())
                .param("rules", RuleSet.id())
                .param("members", Columns.numbers(answers, Answer::memberId))
                .param("checkups", Columns.numbers(answers, Answer::checkupId))
                .param("questions", Columns.texts(answers, Answer::question))
                .param("values", Columns.texts(answers, Answer::value))
                .param("kinds", Columns.texts(answers, Answer::kind))
                .param("certainties", Columns.texts(answers, Answer::certainty))
                .param(
                        "reasons",
                        Columns.texts(
                                answers,
                                answer -> ReasonJson.write(answer.decision().reasons())))
                .param(
                        "missing",
                        Columns.texts(
                                answers,
                                answer -> ReasonJson.words(answer.decision().missingThatMatter())))
                .update();
    }

    private static List<Answer> answers(HighValues.Judged one) {
        var answers = new ArrayList<Answer>();
        var level = one.judgement().level();
        answers.add(new Answer(
                one.memberId(), one.checkupId(), "STRATIFICATION", level.value().code(), level));
        var metabolic = one.judgement().metabolic();
        answers.add(new Answer(
                one.memberId(), one.checkupId(), "METABOLIC", metabolic.value().code(), metabolic));
        var complete = one.judgement().complete();
        answers.add(
                new Answer(one.memberId(), one.checkupId(), "COMPLETE", String.valueOf(complete.value()), complete));
        return answers;
    }
}
