package org.tsunagu.app.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tsunagu.app.api.Problems;
import org.tsunagu.app.api.Refused;
import org.tsunagu.app.api.web.Answers.ReasonAnswer;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.legal.LegalTables;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Whether data of a person may be given (情報提供の可否): the same answer as on the screen, and written down as there.
@RestController
class DisclosureApi {

    private static final int LONGEST = 100;

    private final Disclosures disclosures;
    private final Members members;
    private final Clock clock;

    DisclosureApi(Disclosures disclosures, Members members, Clock clock) {
        this.disclosures = disclosures;
        this.members = members;
        this.clock = clock;
    }

    /// Who asks whom for what about whom.
    ///
    /// @param requestedOn absent for today
    @JsonNaming(SnakeCaseStrategy.class)
    record Question(
            @Nullable Long memberId,
            @Nullable String requester,
            @Nullable String requesterName,
            @Nullable String holder,
            @Nullable String holderName,
            @Nullable String dataClass,
            @Nullable String purpose,
            @Nullable LocalDate requestedOn,
            @Nullable String reference) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record DecisionAnswer(
            long id,
            long memberId,
            boolean allowed,
            String why,
            String text,
            String ground,
            @Nullable Long consentId,
            boolean disaster,
            int age,
            LocalDate requestedOn,
            String certainty,
            List<ReasonAnswer> reasons,
            OffsetDateTime decidedAt) {

        static DecisionAnswer of(Disclosure one, Language language) {
            return new DecisionAnswer(
                    one.id(),
                    one.memberId(),
                    one.isAllowed(),
                    one.why().name(),
                    Texts.in(language).text("consent.why." + one.why()),
                    one.ground(),
                    one.consentId() == 0 ? null : one.consentId(),
                    one.disasterId() != 0,
                    one.age(),
                    one.transfer().requested(),
                    one.certainty().name(),
                    ReasonAnswer.all(one.reasons(), language),
                    Answers.time(one.at()));
        }
    }

    @PostMapping(path = "/api/v1/disclosures/decisions", consumes = "application/json")
    DecisionAnswer decide(@RequestBody Question asked, HttpServletRequest request) {
        var tables = LegalTables.shipped();
        if (asked.memberId() == null
                || members.find(new MemberId(asked.memberId())).isEmpty()) {
            throw Refused.field("member_id");
        }
        var reference = text(asked.reference(), "reference");
        var transfer = new Transfer(
                new Transfer.Side(
                        known(tables.parties(), asked.requester(), "requester"),
                        text(asked.requesterName(), "requester_name")),
                new Transfer.Side(
                        known(tables.parties(), asked.holder(), "holder"), text(asked.holderName(), "holder_name")),
                known(tables.classes(), asked.dataClass(), "data_class"),
                known(tables.purposes(), asked.purpose(), "purpose"),
                asked.requestedOn() == null ? LocalDate.now(clock) : asked.requestedOn(),
                reference.isEmpty() ? "api" : "api/" + reference);
        return DecisionAnswer.of(disclosures.decide(transfer, asked.memberId()), Problems.language(request));
    }

    private static String known(Table table, @Nullable String key, String field) {
        if (key == null || LegalTables.row(table, key).isEmpty()) {
            throw Refused.field(field);
        }
        return key;
    }

    private static String text(@Nullable String text, String field) {
        if (text != null && text.length() > LONGEST) {
            throw Refused.field(field);
        }
        return text == null ? "" : text.strip();
    }
}
