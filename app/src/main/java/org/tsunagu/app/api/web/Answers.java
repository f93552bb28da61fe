package org.tsunagu.app.api.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagu.app.checkups.Verdict;
import org.tsunagu.app.intake.Delivery;
import org.tsunagu.app.intake.DeliveryPages;
import org.tsunagu.app.membership.Coverage;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.decision.Reason;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What the API answers (応答の形): one record a kind of thing, named as `openapi.json` says; names never change meaning.
final class Answers {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private Answers() {}

    /// A moment, with the offset of Japan whatever the database says.
    static OffsetDateTime time(OffsetDateTime moment) {
        return moment.atZoneSameInstant(JAPAN).toOffsetDateTime();
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record MemberAnswer(
            long id,
            String registerKey,
            String name,
            String kana,
            String sex,
            LocalDate birth,
            String kind,
            String relation,
            String symbol,
            String number,
            String branch,
            String employer,
            String postalCode,
            String address,
            String phone) {

        static MemberAnswer of(Member member) {
            var card = member.number();
            return new MemberAnswer(
                    member.id().value(),
                    member.registerKey(),
                    member.name(),
                    member.kana(),
                    member.sex().code(),
                    member.birth(),
                    member.kind(),
                    member.relation(),
                    card.symbol(),
                    card.number(),
                    card.branch(),
                    member.employer(),
                    member.postalCode(),
                    member.address(),
                    member.phone());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record CoverageAnswer(LocalDate from, @Nullable LocalDate to, String reason) {

        static CoverageAnswer of(Coverage coverage) {
            return new CoverageAnswer(coverage.from(), coverage.to().orElse(null), coverage.reason());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record PersonAnswer(MemberAnswer member, List<CoverageAnswer> coverage) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record ReasonAnswer(
            String code,
            String about,
            String outcome,
            String text,
            String itemCode,
            String value,
            String table,
            String row,
            String certainty,
            String source) {

        static ReasonAnswer of(Reason reason, Language language) {
            var basis = reason.basis();
            return new ReasonAnswer(
                    reason.code().name(),
                    reason.about(),
                    reason.outcome(),
                    ReasonTexts.in(language.locale()).text(reason),
                    reason.item(),
                    reason.value(),
                    basis.table(),
                    basis.row(),
                    basis.certainty().name(),
                    basis.source());
        }

        static List<ReasonAnswer> all(List<Reason> reasons, Language language) {
            return reasons.stream().map(reason -> of(reason, language)).toList();
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record JudgementAnswer(
            long checkupId,
            long memberId,
            LocalDate examDate,
            int fiscalYear,
            String question,
            String value,
            String name,
            boolean certain,
            String certainty,
            List<ReasonAnswer> reasons,
            List<String> missing,
            String ruleSet,
            OffsetDateTime judgedAt) {

        static JudgementAnswer of(
                long checkupId, long memberId, LocalDate examDate, int year, Verdict verdict, Language language) {
            var question = verdict.question().name();
            var value = verdict.value().isEmpty() ? "none" : verdict.value();
            return new JudgementAnswer(
                    checkupId,
                    memberId,
                    examDate,
                    year,
                    question,
                    verdict.value(),
                    Texts.in(language).text("checkups.value." + question + "." + value),
                    verdict.isCertain(),
                    verdict.certainty().name(),
                    ReasonAnswer.all(verdict.reasons(), language),
                    verdict.missing(),
                    verdict.ruleSet(),
                    time(verdict.judgedAt()));
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record ValueAnswer(String itemCode, String name, String state, String value, String unit) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record CheckupAnswer(
            long id,
            long memberId,
            LocalDate examDate,
            int fiscalYear,
            String programme,
            String facility,
            List<ValueAnswer> values,
            List<JudgementAnswer> judgements) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record TaskAnswer(
            long id,
            String kind,
            String name,
            String state,
            @Nullable Long memberId,
            LocalDate since,
            LocalDate due,
            @Nullable Long ownerId,
            String ownerName,
            String certainty,
            List<ReasonAnswer> reasons,
            int version) {

        static TaskAnswer of(Task task, Language language) {
            return new TaskAnswer(
                    task.id(),
                    task.kind().name(),
                    Texts.in(language).text("worklists.kind." + task.kind()),
                    task.state(),
                    task.memberId() == 0 ? null : task.memberId(),
                    task.since(),
                    task.due(),
                    task.owner() == 0 ? null : task.owner(),
                    task.ownerName(),
                    task.certainty().name(),
                    ReasonAnswer.all(task.reasons(), language),
                    task.version());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record StaffAnswer(long id, String name, List<String> roles) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record DeliveryAnswer(
            long id,
            String sha256,
            String name,
            String channel,
            String state,
            boolean busy,
            int documents,
            int read,
            int accepted,
            int warned,
            int rejected,
            int unmatched,
            OffsetDateTime receivedAt,
            String receivedBy) {

        static DeliveryAnswer of(Delivery delivery) {
            return new DeliveryAnswer(
                    delivery.id(),
                    delivery.original(),
                    delivery.name(),
                    delivery.channel(),
                    delivery.state(),
                    delivery.isBusy(),
                    delivery.documents(),
                    delivery.done(),
                    delivery.accepted(),
                    delivery.warned(),
                    delivery.rejected(),
                    delivery.open(),
                    time(delivery.receivedAt()),
                    delivery.receivedBy());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record FindingAnswer(
            long id, String code, String severity, String entry, String itemCode, int line, int column, String text) {

        static FindingAnswer of(DeliveryPages.Finding finding, ProblemTexts texts) {
            var problem = finding.problem();
            var place = problem.place();
            return new FindingAnswer(
                    finding.id(),
                    problem.code(),
                    problem.severity().word(),
                    place.entry(),
                    place.item(),
                    place.line(),
                    place.column(),
                    texts.text(problem));
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record CountsAnswer(
            int members,
            Map<Integer, Integer> membersCheckedUp,
            int fiscalYear,
            Map<String, Integer> levels,
            Map<String, Integer> metabolic,
            Map<String, Integer> openTasks,
            int unmatchedDocuments,
            int openJobs) {}
}
