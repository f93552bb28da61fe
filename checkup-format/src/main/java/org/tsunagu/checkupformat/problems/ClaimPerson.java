package org.tsunagu.checkupformat.problems;

import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.ticket.TicketNumber;

/// The person and the facility of a settlement file (決済情報の受診者・利用者): CHK-XML-015 to 019, CHK-HDR-006 to 010, 021, 022.
/// Findings show the outline of what may identify a person. Check digits are judged at the document that goes with it.
final class ClaimPerson {

    private static final int FACILITY_DIGITS = 10;
    private static final int BRANCH_DIGITS = 2;
    private static final int YEAR_AND_KIND = 3;

    private final Identifiers identifiers = new Identifiers();
    private final AddressChecks addresses = new AddressChecks();
    private final int insurerDigits = Limits.shipped().integer("insurer_digits_highest");
    private final int highestKind = Limits.shipped().integer("ticket_kinds");

    void check(Claim claim, Findings findings) {
        var person = claim.subject().person();
        var insurer = person.insurerNumber();
        if (!Digits.only(insurer.text()) || insurer.text().length() > insurerDigits) {
            findings.field("CHK-XML-015", insurer, "actual", Shape.orDash(insurer.text()));
        }
        if (!Digits.only(claim.subject().facility().text(), FACILITY_DIGITS)) {
            var facility = claim.subject().facility();
            findings.field("CHK-XML-016", facility, "actual", Shape.orDash(facility.text()));
        }
        insured(person, findings);
        if (!identifiers.isName(person.name().text())) {
            outline("CHK-HDR-008", person.name(), findings);
        }
        address(person, claim instanceof CheckupClaim, findings);
        ClaimFacets.birth(person.birth(), findings);
        if (Sex.of(person.sex().text()).isEmpty()) {
            findings.field(
                    "CHK-HDR-021",
                    person.sex(),
                    "actual",
                    Shape.orDash(person.sex().text()));
        }
        ticketKind(claim.ticketNumber(), findings);
    }

    private void insured(Patient person, Findings findings) {
        identifier(person.symbol(), false, findings);
        identifier(person.number(), true, findings);
        var branch = person.branch();
        if (branch.isThere() && !Digits.only(branch.text(), BRANCH_DIGITS)) {
            outline("CHK-XML-018", branch, findings);
        } else if (branch.isThere() && person.number().isEmpty()) {
            outline("CHK-HDR-007", branch, findings);
        }
    }

    private void identifier(Field field, boolean isNeeded, Findings findings) {
        if (identifiers.isTooLong(field.text())) {
            outline("CHK-XML-017", field, findings);
        } else if ((isNeeded && field.isEmpty()) || !identifiers.isIdentifier(field.text())) {
            outline("CHK-HDR-006", field, findings);
        }
    }

    private void address(Patient person, boolean hasText, Findings findings) {
        var address = person.address();
        if (!AddressChecks.isPostalCode(address.postalCode().text())) {
            outline("CHK-XML-019", address.postalCode(), findings);
        }
        if (!hasText) {
            if (!address.text().isEmpty()) {
                findings.field("CHK-HDR-010", address.text());
            }
        } else if (!addresses.isAddress(address.text().text())) {
            outline("CHK-HDR-009", address.text(), findings);
        }
    }

    /// The year of a ticket is judged at the document, which has the day of service.
    private void ticketKind(Field number, Findings findings) {
        var ticket = TicketNumber.of(number.text());
        if (ticket.isPresent()) {
            var kind = ticket.get().kind() - '0';
            if (kind < 1 || kind > highestKind) {
                findings.field("CHK-HDR-022", number, "actual", number.text().substring(0, YEAR_AND_KIND) + "…");
            }
        }
    }

    private static void outline(String check, Field field, Findings findings) {
        findings.field(check, field, "actual", Shape.of(field.text()));
    }
}
