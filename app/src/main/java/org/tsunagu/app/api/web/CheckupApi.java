package org.tsunagu.app.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tsunagu.app.api.Problems;
import org.tsunagu.app.api.Refused;
import org.tsunagu.app.api.web.Answers.CheckupAnswer;
import org.tsunagu.app.api.web.Answers.JudgementAnswer;
import org.tsunagu.app.api.web.Answers.ValueAnswer;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.CheckupPages;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Verdict.Question;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// Checkups with their values and judgements, and judgements by year (健診結果と判定).
@RestController
class CheckupApi {

    private static final LocalDate LAST = LocalDate.parse("9999-12-31");

    private final Checkups checkups;
    private final CheckupPages pages;
    private final Members members;
    private final Looks looks;

    CheckupApi(Checkups checkups, CheckupPages pages, Members members, Looks looks) {
        this.checkups = checkups;
        this.pages = pages;
        this.members = members;
        this.looks = looks;
    }

    private record Seen(LocalDate examDate, long id) {}

    @GetMapping("/api/v1/members/{id:[0-9]{1,18}}/checkups")
    Slice<CheckupAnswer> of(
            @PathVariable long id,
            @RequestParam(defaultValue = Slice.USUAL) int limit,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var most = Slice.limit(limit);
        var seen = Slice.read(
                cursor,
                new Seen(LAST, Long.MAX_VALUE),
                parts -> new Seen(LocalDate.parse(parts[0]), Long.parseLong(parts[1])));
        if (members.find(new MemberId(id)).isEmpty()) {
            throw new NotFound();
        }
        looks.at(Look.Kind.VIEW, id, "checkup", "");
        var language = Problems.language(request);
        return Slice.of(
                request,
                pages.before(id, seen.examDate(), seen.id(), most + 1),
                most,
                checkup -> Slice.key(checkup.examDate(), checkup.id()),
                checkup -> answer(checkup, language));
    }

    @GetMapping("/api/v1/checkups/{id:[0-9]{1,18}}")
    CheckupAnswer one(@PathVariable long id, HttpServletRequest request) {
        var checkup = checkups.find(id).orElseThrow(NotFound::new);
        looks.at(Look.Kind.VIEW, checkup.memberId(), "checkup", "checkup " + id);
        return answer(checkup, Problems.language(request));
    }

    private CheckupAnswer answer(Checkup checkup, Language language) {
        return new CheckupAnswer(
                checkup.id(),
                checkup.memberId(),
                checkup.examDate(),
                checkup.fiscalYear(),
                checkup.programme(),
                checkup.facility(),
                values(checkup, language),
                checkups.verdicts(checkup.id()).values().stream()
                        .map(verdict -> JudgementAnswer.of(
                                checkup.id(),
                                checkup.memberId(),
                                checkup.examDate(),
                                checkup.fiscalYear(),
                                verdict,
                                language))
                        .toList());
    }

    private static List<ValueAnswer> values(Checkup checkup, Language language) {
        return checkup.values().present().stream()
                .map(item -> {
                    var value = checkup.values().get(item);
                    return new ValueAnswer(
                            item.code(),
                            language == Language.JAPANESE ? item.nameJa() : item.nameEn(),
                            value.state().word(),
                            value.text(),
                            item.unit());
                })
                .toList();
    }

    @GetMapping("/api/v1/judgements")
    Slice<JudgementAnswer> judgements(
            @RequestParam("fiscal_year") int fiscalYear,
            @RequestParam(defaultValue = "STRATIFICATION") Question question,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = Slice.USUAL) int limit,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var most = Slice.limit(limit);
        var after = Slice.read(cursor, 0L, parts -> Long.parseLong(parts[0]));
        var language = Problems.language(request);
        var slice = Slice.of(
                request,
                pages.judged(fiscalYear, question, value(question, level), after, most + 1),
                most,
                judged -> Slice.key(judged.checkupId()),
                judged -> JudgementAnswer.of(
                        judged.checkupId(),
                        judged.memberId(),
                        judged.examDate(),
                        judged.fiscalYear(),
                        judged.verdict(),
                        language));
        looks.listed("judgement", slice.data(), JudgementAnswer::memberId);
        return slice;
    }

    /// The official code of a level by its name: `ACTIVE`, `MET` and so on.
    private static Optional<String> value(Question question, String level) {
        if (level.isEmpty()) {
            return Optional.empty();
        }
        var code = switch (question) {
            case STRATIFICATION ->
                Arrays.stream(Level.values())
                        .filter(one -> one.name().equals(level))
                        .map(Level::code);
            case METABOLIC ->
                Arrays.stream(MetabolicCode.values())
                        .filter(one -> one.name().equals(level))
                        .map(MetabolicCode::code);
            case COMPLETE -> List.of("true", "false").stream().filter(level::equals);
        };
        return Optional.of(code.findFirst().orElseThrow(() -> Refused.field("level")));
    }
}
