package org.tsunagu.claimsformat.claim;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.record.Kind;

/// One claim (診療報酬明細書、レセプト): one patient, one institution, one month.
///
/// @param id number of the file in the run and of the claim in the file, for example `2-31`
/// @param careMonth month of care; for dispensing the month of handing out
/// @param claimMonth month in which the provider claimed; empty when the file does not say
/// @param prescriber of a dispensing claim
/// @param claimed as the provider claimed it
/// @param decided as the review body decided it; the same object when nothing was corrected
/// @param corrections instructions that were carried out, in their order
/// @param specialNotes codes of two digits (特記事項)
/// @param searchNumber 17 to 30 digits; empty before the review body has given one (検索番号)
/// @param fileLine line of the file where it begins
/// @param receiptKey what makes it one and the same when it comes again (重複防止); holds personal data
public record Claim(
        String id,
        Kind kind,
        ReceiptType type,
        YearMonth careMonth,
        Optional<YearMonth> claimMonth,
        Person person,
        Institution institution,
        Optional<Institution> prescriber,
        Version claimed,
        Version decided,
        List<AppliedCorrection> corrections,
        Review review,
        Amounts amounts,
        Status status,
        List<String> specialNotes,
        String searchNumber,
        int fileLine,
        String receiptKey) {

    /// Whether the patient stayed in hospital; DPC always.
    public boolean isInpatient() {
        return kind == Kind.DPC || type.isInpatient();
    }

    /// Days of care (診療実日数); for dispensing the prescriptions received.
    public int days() {
        return decided.headers().days();
    }

    /// Whether the review body corrected anything.
    public boolean isCorrected() {
        return !corrections.isEmpty();
    }

    /// Diseases as decided.
    public List<DiseaseRow> diseases() {
        return decided.diseases();
    }

    /// The main disease by its flag, else by the rule for want of one; empty without diseases.
    public Optional<DiseaseRow> mainDisease() {
        return MainDisease.of(kind, diseases());
    }

    /// What makes the claim one and the same when it comes again (重複防止): review body, prefecture, fee
    /// schedule, claim month and search number; without a search number the claim's own numbers.
    ///
    static String duplicateKey(
            Institution institution, Optional<YearMonth> claimMonth, String searchNumber, List<String> otherwise) {
        var month = claimMonth.map(YearMonth::toString).orElse("");
        var place = institution.reviewBody() + "|" + institution.prefecture() + "|" + institution.pointTable();
        return searchNumber.isEmpty()
                ? "own|" + place + "|" + institution.code() + "|" + month + "|" + String.join("|", otherwise)
                : "search|" + place + "|" + month + "|" + searchNumber;
    }
}
