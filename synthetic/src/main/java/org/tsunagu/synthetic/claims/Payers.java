package org.tsunagu.synthetic.claims;

import java.time.YearMonth;
import java.util.Optional;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.care.Illness.Course;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.people.Member;

/// Who else pays, and what is noted of it (公費と特記事項).
final class Payers {

    private static final String LONG_ILLNESS = "02";

    private Payers() {}

    static Optional<PublicPayer> of(Member member, YearMonth month, Illness main, Assumptions assumptions) {
        if (Dates.age(member.birth(), month.atEndOfMonth()) < assumptions.get("child_subsidy_until")) {
            return Optional.of(PublicPayer.of(PublicPayer.CHILDREN, member));
        }
        return switch (main.id()) {
            case "DIALYSIS" -> Optional.of(PublicPayer.of(PublicPayer.DIALYSIS, member));
            case "COLITIS" -> Optional.of(PublicPayer.of(PublicPayer.INTRACTABLE, member));
            default -> Optional.empty();
        };
    }

    /// 長: a long illness of high cost.
    static String notes(Illness main) {
        return main.course() == Course.DIALYSIS ? LONG_ILLNESS : "";
    }
}
