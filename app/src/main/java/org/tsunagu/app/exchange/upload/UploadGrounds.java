package org.tsunagu.app.exchange.upload;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.exchange.Employer;
import org.tsunagu.app.exchange.Employers;
import org.tsunagu.app.exchange.Request;
import org.tsunagu.app.exchange.Requests;
import org.tsunagu.rules.legal.LegalTables;

/// What has come from an employer is written down person by person, with the ground on which it was asked for (受領の記録),
/// before it is taken over. Within the transaction of the caller.
@Component
class UploadGrounds {

    private final Disclosures disclosures;
    private final Employers employers;
    private final Requests requests;

    UploadGrounds(Disclosures disclosures, Employers employers, Requests requests) {
        this.disclosures = disclosures;
        this.employers = employers;
        this.requests = requests;
    }

    /// The rows that may be taken over; what is no list of lines is taken as a whole or not at all.
    List<FileRow> allowed(Upload upload, CheckedFile file) {
        var ready = file.ready();
        if (ready.isEmpty()) {
            return ready;
        }
        var employer = employers.find(upload.employerId()).orElseThrow();
        var request = requests.find(upload.requestId()).orElseThrow().request();
        var allowed = allowed(upload, employer, request, ready);
        return file.isCsv() || allowed.size() == ready.size() ? allowed : List.of();
    }

    private List<FileRow> allowed(Upload upload, Employer employer, Request request, List<FileRow> rows) {
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
