package org.tsunagu.app.exchange.upload;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.exchange.Employer;
import org.tsunagu.app.exchange.Request;
import org.tsunagu.rules.legal.LegalTables;

/// What has come from an employer is written down person by person, with the ground on which it was asked for (受領の記録),
/// before it is taken over. Within the transaction of the caller.
@Component
class UploadGrounds {

    private final Disclosures disclosures;

    UploadGrounds(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /// Those of some rows that may be taken.
    List<FileRow> allowed(Upload upload, Employer employer, Request request, List<FileRow> rows) {
        var own = Actors.current().insurer();
        var transfer = new Transfer(
                new Transfer.Side(LegalTables.shipped().partyOf(own.number()).orElse(""), own.name(), own.number()),
                new Transfer.Side("EMPLOYER", employer.shown()),
                "EMPLOYER_CHECKUP",
                "HEALTH_PROGRAMME",
                request.asked(),
                "uploads/" + upload.id());
        var people = rows.stream().map(FileRow::memberId).distinct().toList();
        var allowed = disclosures.decide(transfer, people).stream()
                .filter(Disclosure::isAllowed)
                .map(Disclosure::memberId)
                .collect(Collectors.toSet());
        return rows.stream().filter(row -> allowed.contains(row.memberId())).toList();
    }
}
