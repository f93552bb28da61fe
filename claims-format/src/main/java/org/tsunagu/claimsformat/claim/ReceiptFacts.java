package org.tsunagu.claimsformat.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.claim.ClaimAssembler.Draft;
import org.tsunagu.codes.person.Sex;

/// What the receipt record and those around it say (レセプト共通・受給者・審査情報).
final class ReceiptFacts {

    private static final int NOTE = 2;
    private static final String INSURANCE = "1";
    private static final String ON_NOTICE = "1";

    private final FileContext file;
    private final Draft draft;
    private final Entry receipt;

    ReceiptFacts(FileContext file, Draft draft, Entry receipt) {
        this.file = file;
        this.draft = draft;
        this.receipt = receipt;
    }

    int line() {
        return receipt.row().fileLine();
    }

    ReceiptType type() {
        return ReceiptType.of(Draft.text(receipt, "type"));
    }

    int pointPrice() {
        return Draft.number(receipt, "point_price");
    }

    String summaryKind() {
        return Draft.text(receipt, "summary_kind");
    }

    List<String> specialNotes() {
        var text = Draft.text(receipt, "special_notes");
        if (text.isEmpty()) {
            return List.of();
        }
        var notes = new ArrayList<String>();
        for (var i = 0; i < text.length(); i += NOTE) {
            notes.add(text.substring(i, Math.min(text.length(), i + NOTE)));
        }
        return notes;
    }

    /// From the management record, else from the receipt.
    String searchNumber() {
        for (var entry : draft.parts().beside) {
            if (entry.role() == RecordRole.MANAGEMENT && !Draft.isBlank(entry, "search_number")) {
                return Draft.text(entry, "search_number");
            }
        }
        return Draft.text(receipt, "search_number");
    }

    Person person(Headers headers) {
        var insurance = draft.first(RecordRole.INSURANCE);
        var payer = draft.first(RecordRole.PAYER);
        return new Person(
                headers.leading().map(Header::payerNumber).orElse(""),
                insurance.map(entry -> Draft.text(entry, "symbol")).orElse(""),
                insurance
                        .map(entry -> Draft.text(entry, "insured_number"))
                        .or(() -> payer.map(entry -> Draft.text(entry, "recipient")))
                        .orElse(""),
                branch(),
                Sex.of(Draft.text(receipt, "sex")),
                file.dates().day(receipt.row(), receipt.column("birth")),
                Draft.text(receipt, "name"),
                Draft.text(receipt, "kana"));
    }

    private String branch() {
        for (var entry : draft.decided()) {
            if (entry.role() == RecordRole.ELIGIBILITY
                    && Draft.text(entry, "payer_kind").equals(INSURANCE)) {
                return Draft.text(entry, "branch");
            }
        }
        return "";
    }

    Optional<Institution> prescriber() {
        return receipt.column("prescriber_institution") < 0 || Draft.isBlank(receipt, "prescriber_institution")
                ? Optional.empty()
                : Optional.of(new Institution(
                        "",
                        Draft.text(receipt, "prescriber_prefecture"),
                        Draft.text(receipt, "prescriber_point_table"),
                        Draft.text(receipt, "prescriber_institution"),
                        ""));
    }

    Review review() {
        var parts = draft.parts();
        if (parts.beside.isEmpty() && parts.historyRows == 0) {
            return Review.NOTHING;
        }
        var transferredTo = "";
        var isForCostNotice = false;
        var returns = new ArrayList<String>();
        var results = new ArrayList<Review.Reexamination>();
        for (var entry : parts.beside) {
            switch (entry.role()) {
                case REVIEW -> {
                    transferredTo = Draft.text(entry, "transferred_to").strip();
                    isForCostNotice = Draft.text(entry, "cost_notice").equals(ON_NOTICE);
                }
                case RETURN -> returns.add(Draft.text(entry, "return_kind") + " " + Draft.text(entry, "reason"));
                case REEXAMINATION ->
                    results.add(new Review.Reexamination(
                            file.dates().month(entry.row(), entry.column("month")),
                            Draft.text(entry, "result"),
                            Draft.text(entry, "reason_number")));
                default -> {}
            }
        }
        return new Review(transferredTo, isForCostNotice, returns, results, parts.historyRows);
    }

    /// What makes the claim one and the same when it comes again; several receipts under one management record are
    /// several.
    String duplicateKey(Version claimed) {
        var number = searchNumber();
        return Claim.duplicateKey(
                file.institution(),
                file.claimMonth(),
                number.isEmpty() ? "" : number + "-" + draft.receipt(),
                List.of(
                        Draft.text(receipt, "number"),
                        Draft.text(receipt, "type"),
                        Draft.text(receipt, "care_month"),
                        Draft.text(receipt, "birth"),
                        payer(),
                        String.valueOf(claimed.headers().points())));
    }

    private String payer() {
        return draft.first(RecordRole.INSURANCE)
                .or(() -> draft.first(RecordRole.PAYER))
                .map(entry -> entry.row().text(1) + "|" + entry.row().text(2) + "|"
                        + entry.row().text(3))
                .orElse("");
    }
}
