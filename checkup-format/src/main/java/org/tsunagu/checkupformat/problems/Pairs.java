package org.tsunagu.checkupformat.problems;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.checkupformat.spill.SeenSet;
import org.tsunagu.codes.text.Widths;

/// Whether a document and its settlement file say the same (結果ファイルと決済ファイルの突合): CHK-CLM-008, 013. They belong together
/// by their names and come in any order; whichever comes second is compared. What is remembered of the first lies in a
/// [SeenSet].
final class Pairs {

    private static final String DOCUMENT = "D/";
    private static final String CLAIM = "C/";
    private static final String SEPARATOR = "\u0000";
    private static final String DONE = "1";
    private static final String NOT_DONE = "0";
    private static final String DETAIL = "unitPriceDetail/observation ";
    private static final String DOCK = "5";

    private final SeenSet seen;

    Pairs(SeenSet seen) {
        this.seen = seen;
    }

    /// One thing both files say (突合項目), with everything it may be.
    private record Fact(String check, String item, List<String> values) {
        private static Fact of(String item, String value) {
            return new Fact("CHK-CLM-008", item, List.of(value));
        }
    }

    /// A document that could be read.
    void document(DocumentFacts document, Findings findings) {
        var header = document.header();
        var isGuidance = document.kind().equals("hg08");
        var facts = person(header.patient());
        facts.add(Fact.of("performerOrganization", header.performer().number().text()));
        facts.add(new Fact(
                "CHK-CLM-008",
                "ticket",
                header.tickets().stream()
                        .filter(ticket -> isGuidance || ticket.function().text().equals("1"))
                        .map(Ticket::number)
                        .map(Field::text)
                        .toList()));
        for (var row : DocumentFacts.detailedCodes()) {
            var isDone = document.detailedItems().contains(row.key());
            facts.add(new Fact("CHK-CLM-013", DETAIL + row.key(), List.of(isDone ? DONE : NOT_DONE)));
        }
        meet(DOCUMENT, CLAIM, facts, findings);
    }

    /// A settlement file that could be read.
    void claim(Claim claim, Findings findings) {
        var facts = person(claim.subject().person());
        facts.add(Fact.of("performerOrganization", claim.subject().facility().text()));
        switch (claim) {
            case CheckupClaim checkup -> {
                facts.add(
                        new Fact("CHK-CLM-008", "ticket", written(checkup.card().number())));
                detailed(checkup, facts);
            }
            case GuidanceClaim guidance -> {
                var numbers = new ArrayList<>(written(guidance.card().number()));
                numbers.addAll(written(guidance.card().checkupNumber()));
                facts.add(new Fact("CHK-CLM-008", "ticket", numbers));
            }
        }
        meet(CLAIM, DOCUMENT, facts, findings);
    }

    private static List<String> written(Field field) {
        return field.isEmpty() ? List.of() : List.of(field.text());
    }

    private static List<Fact> person(Patient patient) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                "insurerNumber", Digits.withoutLeftZeros(patient.insurerNumber().text())));
        facts.add(Fact.of("symbol", Widths.forMatching(patient.symbol().text())));
        facts.add(Fact.of("number", Widths.forMatching(patient.number().text())));
        facts.add(Fact.of("branchCode", Widths.forMatching(patient.branch().text())));
        facts.add(Fact.of("name", Widths.forMatching(patient.name().text())));
        facts.add(Fact.of("birthTime", patient.birth().text()));
        facts.add(Fact.of("administrativeGender", patient.sex().text()));
        return facts;
    }

    /// A ningen dock does not name its items.
    private static void detailed(CheckupClaim claim, List<Fact> facts) {
        var isDock = claim.prices().claimType().text().equals(DOCK);
        for (var row : DocumentFacts.detailedCodes()) {
            var isClaimed = claim.prices().detailed().stream()
                    .anyMatch(price -> price.item().text().equals(row.key()));
            var values = isDock ? List.of(DONE, NOT_DONE) : List.of(isClaimed ? DONE : NOT_DONE);
            facts.add(new Fact("CHK-CLM-013", DETAIL + row.key(), values));
        }
    }

    private void meet(String own, String other, List<Fact> facts, Findings findings) {
        var stem = stem(findings.place().entry());
        if (stem.isEmpty()) {
            return;
        }
        if (!seen.contains(other + stem)) {
            remember(own + stem, facts);
            return;
        }
        if (seen.contains(together(other + stem, facts))) {
            return;
        }
        for (var fact : facts) {
            if (differs(other + stem, fact)) {
                findings.file(fact.check(), "item", fact.item());
            }
        }
    }

    private void remember(String key, List<Fact> facts) {
        seen.add(key);
        seen.add(together(key, facts));
        for (var fact : facts) {
            for (var value : orBlank(fact.values())) {
                seen.add(String.join(SEPARATOR, key, fact.item(), value));
            }
        }
    }

    /// All facts in one, which mostly agree: then nothing else is looked up.
    private static String together(String key, List<Fact> facts) {
        var all = new StringBuilder(key);
        for (var fact : facts) {
            all.append(SEPARATOR).append(String.join(",", orBlank(fact.values())));
        }
        return all.toString();
    }

    private boolean differs(String key, Fact fact) {
        return orBlank(fact.values()).stream()
                .noneMatch(value -> seen.contains(String.join(SEPARATOR, key, fact.item(), value)));
    }

    private static List<String> orBlank(List<String> values) {
        return values.isEmpty() ? List.of("") : values;
    }

    /// What the names of both files have in common; empty for a name that belongs to no pair.
    private static String stem(String path) {
        var base = FileName.base(path);
        if (base.isEmpty()) {
            return "";
        }
        return switch (base.charAt(0)) {
            case 'h', 'c' -> "h" + base.substring(1);
            case 'g', 'p' -> "g" + base.substring(1);
            default -> "";
        };
    }
}
