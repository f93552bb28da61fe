package org.tsunagu.checkupformat.problems;

import java.util.List;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.time.Dates;

/// The checks of index, summary and settlement files by themselves (単独チェック): CHK-XML-004 to 024, 026, and of
/// settlement files CHK-CLM-001 to 007, 014 to 017.
/// A wrong namespace (CHK-XML-002) is the reader's finding.
public final class FileChecks {

    private static final String OLD_NAMESPACE = "http://tokuteikenshin.jp/checkup/2007";
    private static final int DATE_DIGITS = 8;
    private static final int LAST_MONTH = 12;
    private static final int LONGEST_MONTH = 31;

    private final int interactionTypes = Limits.shipped().integer("interaction_types");
    private final int serviceEventTypes = Limits.shipped().integer("service_event_types");
    private final long amountHighest = Limits.shipped().integer("amount_highest");
    private final long subjectsHighest = Limits.shipped().integer("subjects_highest");

    private final ClaimFacets facets = new ClaimFacets();
    private final ClaimPerson persons = new ClaimPerson();
    private final CheckupClaimSums checkups = new CheckupClaimSums();
    private final GuidanceClaimSums guidances = new GuidanceClaimSums();

    /// The checks with the limits as shipped.
    public FileChecks() {}

    /// Checks an index (ix08): namespace, kind of exchange, service kind, date.
    public void check(Index index, Place place, Reporter reporter) {
        var findings = new Findings(place, reporter);
        namespace(index.namespace(), findings);
        code("CHK-XML-005", index.interactionType(), interactionTypes, findings);
        code("CHK-XML-006", index.serviceEventType(), serviceEventTypes, findings);
        date(index.created(), findings);
    }

    /// Checks a summary (su08): namespace, service kind, totals.
    public void check(Summary summary, Place place, Reporter reporter) {
        var findings = new Findings(place, reporter);
        namespace(summary.namespace(), findings);
        code("CHK-XML-006", summary.serviceEventType(), serviceEventTypes, findings);
        if (!Digits.within(summary.totalSubjectCount().text(), 0, subjectsHighest)) {
            wrongTotal(summary.totalSubjectCount(), findings);
        }
        for (var total : List.of(summary.totalCost(), summary.totalPayment(), summary.totalClaim())) {
            amount(total, findings);
        }
        ifThere(summary.totalPaymentByOtherProgram(), findings);
    }

    /// Checks a settlement file (cc08, gc08): the form of every field, the person, the arithmetic, the return.
    public void check(Claim claim, Place place, Reporter reporter) {
        var findings = new Findings(place, reporter);
        namespace(claim.namespace(), findings);
        facets.check(claim, findings);
        persons.check(claim, findings);
        switch (claim) {
            case CheckupClaim checkup -> checkups.check(checkup, findings);
            case GuidanceClaim guidance -> guidances.check(guidance, findings);
        }
    }

    private static void namespace(Field namespace, Findings findings) {
        if (namespace.text().equals(OLD_NAMESPACE)) {
            findings.field("CHK-XML-004", namespace, "actual", namespace.text());
        }
    }

    private static void code(String check, Field field, int highest, Findings findings) {
        if (!Digits.within(field.text(), 1, highest)) {
            findings.field(check, field, "actual", Shape.orDash(field.text()));
        }
    }

    private void ifThere(Field total, Findings findings) {
        if (total.isThere()) {
            amount(total, findings);
        }
    }

    private void amount(Field total, Findings findings) {
        if (!Digits.within(total.text(), 0, amountHighest)) {
            wrongTotal(total, findings);
        }
    }

    private static void wrongTotal(Field total, Findings findings) {
        findings.field("CHK-XML-022", total, "actual", Shape.orDash(total.text()));
    }

    private static void date(Field field, Findings findings) {
        if (!fitsPattern(field.text())) {
            findings.field("CHK-XML-023", field, "actual", Shape.orDash(field.text()));
        } else if (Dates.compact(field.text()).isEmpty()) {
            findings.field("CHK-XML-024", field, "item", "creationTime", "actual", field.text());
        }
    }

    /// What the pattern of the schema lets through: 20240231 is fine for it, 20241301 is not.
    static boolean fitsPattern(String text) {
        if (!Digits.only(text, DATE_DIGITS) || text.charAt(0) == '0') {
            return false;
        }
        var month = Integer.parseInt(text.substring(4, 6));
        return 1 <= month && month <= LAST_MONTH && Integer.parseInt(text.substring(6)) <= LONGEST_MONTH;
    }
}
