package org.tsunagu.app.rewards;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// Points for having taken the checkup (健診のポイント), when its result has found its member.
@Component
class CheckupPoints {

    private static final String EVENT = "CHECKUP";

    private final Points points;
    private final PointRules rules;

    CheckupPoints(Points points, PointRules rules) {
        this.points = points;
        this.rules = rules;
    }

    @EventListener
    void on(DocumentsMatched event) {
        // Hundreds of documents at once, and most insurers give no points.
        if (!event.checkups().isEmpty() && rules.reward(EVENT)) {
            event.checkups().forEach(matched -> earn(event.insurer(), matched));
        }
    }

    private void earn(InsurerId insurer, Matched<CheckupDocument> matched) {
        matched.document()
                .header()
                .examDay()
                .ifPresent(day -> points.earn(
                        insurer, new Points.Done(matched.memberId(), EVENT, "checkup " + day, day), "system"));
    }
}
