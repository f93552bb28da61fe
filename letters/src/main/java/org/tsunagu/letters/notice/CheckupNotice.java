package org.tsunagu.letters.notice;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tsunagu.letters.Body;
import org.tsunagu.letters.ContactBlock;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterTexts;
import org.tsunagu.letters.layout.Paper;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.feedback.Feedback;

/// The checkup result notice (健診結果のお知らせ), in plain language: first what to do, then what was found and why.
///
/// @param current the checkup told about
/// @param judgement what the rules say about it
/// @param earlier earlier checkups, the latest first; at most two are shown
/// @param facility where it was; empty when not known
public record CheckupNotice(YearResult current, Judgement judgement, List<YearResult> earlier, String facility)
        implements Body {

    /// From the most urgent to the least; the message file has a sentence for each.
    private static final List<String> ACTIONS =
            List.of("refer_now", "refer_if_no_improvement", "continue_treatment", "guidance", "lifestyle", "continue");

    /// Keeps its own copy of the earlier years.
    public CheckupNotice {
        earlier = List.copyOf(earlier);
    }

    @Override
    public void write(Paper paper, Letter letter, LetterTexts texts) {
        paper.title(texts.text("notice.title"));
        paper.paragraph(
                texts.text(facility.isBlank() ? "notice.opening" : "notice.opening.facility", opening(letter, texts)));
        next(paper, texts);
        judged(paper, texts);
        paper.heading(texts.text("results.heading"));
        paper.table(new ResultTable(this, texts).grid());
        paper.note(texts.text("results.note"));
        if (isUncertain()) {
            paper.note(texts.text("results.uncertain"));
        }
        advice(paper, texts);
        reasons(paper, texts);
        ContactBlock.write(paper, letter.from(), texts);
    }

    private Map<String, String> opening(Letter letter, LetterTexts texts) {
        return Map.of(
                "name", letter.to().name(),
                "date", texts.date(current.examinee().examDate()),
                "facility", facility);
    }

    /// The most urgent step first, in bold; the offer of guidance beside it.
    private void next(Paper paper, LetterTexts texts) {
        paper.heading(texts.text("next.heading"));
        var actions = judgement.feedback().stream().map(Feedback::action).toList();
        var urgent = ACTIONS.stream().filter(actions::contains).findFirst();
        paper.strong(texts.text("next." + urgent.orElse("none")));
        if (judgement.policyLevel().value().isGuidanceTarget()) {
            paper.paragraph(
                    texts.text("next.level." + judgement.policyLevel().value().name()));
        }
    }

    private void judged(Paper paper, LetterTexts texts) {
        var rules = ReasonTexts.in(texts.locale());
        var metabolic = judgement.metabolic().value();
        var level = judgement.policyLevel().value();
        paper.heading(texts.text("judged.heading"));
        paper.list(List.of(
                texts.text("judged.metabolic", Map.of("outcome", rules.text(metabolic)))
                        + texts.text("judged.metabolic." + metabolic.name()),
                texts.text("judged.level", Map.of("outcome", rules.text(level)))
                        + texts.text("judged.level." + level.name())));
        var missing = Stream.concat(
                        judgement.metabolic().missingThatMatter().stream(),
                        judgement.policyLevel().missingThatMatter().stream())
                .distinct()
                .map(rules::variable)
                .toList();
        if (!missing.isEmpty()) {
            paper.paragraph(
                    texts.text("judged.missing", Map.of("items", String.join(texts.text("separator"), missing))));
        }
    }

    /// Whether anything in the notice rests on a row whose mark must be shown.
    private boolean isUncertain() {
        return judgement.metabolic().certainty().mustBeShown()
                || judgement.policyLevel().certainty().mustBeShown()
                || Stream.concat(
                                judgement.bands().stream().map(Band::reason),
                                judgement.feedback().stream().map(Feedback::reason))
                        .anyMatch(reason -> reason.basis().certainty().mustBeShown());
    }

    private void advice(Paper paper, LetterTexts texts) {
        var rules = ReasonTexts.in(texts.locale());
        if (judgement.feedback().isEmpty()) {
            return;
        }
        paper.heading(texts.text("advice.heading"));
        paper.list(judgement.feedback().stream()
                .map(feedback -> texts.text(
                        "advice.point",
                        Map.of(
                                "family",
                                LetterTexts.capitalised(rules.family(feedback.family())),
                                "message",
                                rules.message(feedback))))
                .toList());
    }

    /// Only what holds or could not be told: a list of what does not apply helps nobody.
    private void reasons(Paper paper, LetterTexts texts) {
        var metabolic = told(judgement.metabolic(), texts);
        var level = told(judgement.policyLevel(), texts);
        if (metabolic.isEmpty() && level.isEmpty()) {
            return;
        }
        paper.heading(texts.text("reasons.heading"));
        reasons(paper, texts.text("reasons.metabolic"), metabolic);
        reasons(paper, texts.text("reasons.level"), level);
    }

    private static void reasons(Paper paper, String of, List<String> told) {
        if (!told.isEmpty()) {
            paper.paragraph(of);
            paper.smallList(told);
        }
    }

    private static List<String> told(Decision<?> decision, LetterTexts texts) {
        return decision.reasons().stream()
                .filter(CheckupNotice::isTold)
                .map(ReasonTexts.in(texts.locale())::text)
                .map(LetterTexts::capitalised)
                .distinct()
                .toList();
    }

    private static boolean isTold(Reason reason) {
        return switch (reason.code()) {
            case CONDITION_MET, CONDITION_UNKNOWN, VALUE_COMPUTED, OUTSIDE_AGE -> true;
            case CONDITION_NOT_MET, VALUE_IGNORED, GROUP_MISSING, AGE, CONCLUSION, DEPARTURE -> false;
            case NO_TRANSITION,
                    POINTS_COUNTED,
                    POINTS_LIMITED,
                    POINTS_NOT_COUNTED,
                    BODY_STEP,
                    SHARE,
                    SHARE_BY_POINTS,
                    PRIORITY_GIVEN,
                    PRIORITY_NOT_GIVEN,
                    COURSE_DUE,
                    GROUND,
                    GROUND_WILL,
                    GROUND_DUTY,
                    GROUND_MISSING,
                    GROUND_OTHER_AGE,
                    GROUND_OTHER_DAY -> false;
        };
    }
}
