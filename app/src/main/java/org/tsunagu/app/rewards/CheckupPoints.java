package org.tsunagu.app.rewards;

import java.time.LocalDate;
import java.util.Comparator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.time.FiscalYear;

/// Points for having taken the checkup (健診のポイント), when its result has found its member: once a fiscal year, however
/// many results come.
@Component
class CheckupPoints {

    private final Points points;
    private final PointRules rules;

    CheckupPoints(Points points, PointRules rules) {
        this.points = points;
        this.rules = rules;
    }

    @EventListener
    void on(DocumentsMatched event) {
        // Hundreds of documents at once, and most insurers give no points.
        if (!event.checkups().isEmpty() && rules.reward(Points.CHECKUP)) {
            // In one order, so that two deliveries at once never wait for each other.
            event.checkups().stream()
                    .sorted(Comparator.comparingLong(Matched::memberId))
                    .forEach(matched -> earn(event.insurer(), matched));
        }
    }

    private void earn(InsurerId insurer, Matched<CheckupDocument> matched) {
        matched.document()
                .header()
                .examDay()
                .ifPresent(day -> points.earn(insurer, done(matched.memberId(), day), "system"));
    }

    static Points.Done done(long member, LocalDate day) {
        var key = "checkup %d".formatted(FiscalYear.containing(day).year());
        return new Points.Done(member, Points.CHECKUP, key, day);
    }
}
