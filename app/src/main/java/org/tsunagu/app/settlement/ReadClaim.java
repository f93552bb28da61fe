package org.tsunagu.app.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.document.Adjudication;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.checkupformat.document.UnitPrice;

/// What a settlement file says (決済情報), as it is kept: without name, address and birth date, which stay in the original.
/// What cannot be read is 0 or empty; the checks of the reception say so.
record ReadClaim(Claim claim) {

    private static final String DOCK = "5";
    private static final String NO_RATE = "-1";

    Service service() {
        return claim instanceof CheckupClaim ? Service.CHECKUP : Service.GUIDANCE;
    }

    /// Which claim of a course it is; empty for a checkup.
    String stage() {
        return Timing.of(timing()).map(Timing::stage).orElse("");
    }

    String level() {
        return claim instanceof GuidanceClaim guidance ? guidance.level().text() : "";
    }

    String timing() {
        return claim instanceof GuidanceClaim guidance ? guidance.timing().text() : "";
    }

    String commission() {
        return claim instanceof CheckupClaim checkup
                ? checkup.prices().commissionType().text()
                : "";
    }

    /// 支払割合 of guidance, whole percent; -1 for none.
    int rate() {
        var rate = claim instanceof GuidanceClaim guidance
                ? guidance.settlement().paymentRate().text()
                : NO_RATE;
        return rate.matches("[0-9]{1,3}") ? Integer.parseInt(rate) : -1;
    }

    List<Line> lines() {
        return switch (claim) {
            case GuidanceClaim guidance ->
                List.of(new Line(
                        Part.GUIDANCE, level(), yen(guidance.settlement().unitPrice())));
            case CheckupClaim checkup -> lines(checkup.prices());
        };
    }

    private static List<Line> lines(CheckupClaim.Prices prices) {
        var lines = new ArrayList<Line>();
        if (prices.basic().isThere()) {
            lines.add(new Line(Part.BASIC, "", yen(prices.basic())));
        }
        prices.detailed().forEach(price -> lines.add(line(Part.DETAILED, price)));
        var more = prices.claimType().text().equals(DOCK) ? Part.DOCK : Part.ADDITIONAL;
        prices.additional().forEach(price -> lines.add(line(more, price)));
        return lines;
    }

    private static Line line(Part part, UnitPrice price) {
        return new Line(part, price.item().text(), yen(price.amount()));
    }

    List<Charge> charges() {
        return switch (claim) {
            case GuidanceClaim guidance ->
                charge(
                                Part.GUIDANCE,
                                guidance.card().copayment(),
                                guidance.card().limit())
                        .stream()
                        .toList();
            case CheckupClaim checkup -> {
                var card = checkup.card();
                yield Stream.of(
                                charge(Part.BASIC, card.basic(), Field.ABSENT),
                                charge(Part.DETAILED, card.detailed(), Field.ABSENT),
                                charge(Part.ADDITIONAL, card.additional(), Field.ABSENT),
                                charge(Part.DOCK, card.dock(), card.dockLimit()))
                        .flatMap(Optional::stream)
                        .toList();
            }
        };
    }

    private static Optional<Charge> charge(Part part, org.tsunagu.checkupformat.document.Charge charge, Field most) {
        return charge.isThere() || most.isThere()
                ? Optional.of(
                        new Charge(part, charge.kind().text(), yen(charge.amount()), yen(charge.rate()), yen(most)))
                : Optional.empty();
    }

    /// Why it has been returned already, as [ReturnReason#said] has it; empty when it has not. An archive that an
    /// insurer has sent back may come in again by mistake.
    String returnedFor() {
        var agency = claim.agencyResult().map(ReadClaim::code).map(ReturnReason::saidByAgency);
        return agency.or(() -> claim.insurerResult().map(ReadClaim::code).map(ReturnReason::saidByInsurer))
                .orElse("");
    }

    private static String code(Adjudication result) {
        return result.reason().text();
    }

    static long yen(Field field) {
        var text = field.text();
        var isNumber = !text.isEmpty()
                && text.length() <= Limits.AMOUNT_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(text) : 0;
    }

    /// What makes two files the same claim: the name that the facility gave it and all that it says.
    String naturalKey(String entry) {
        var person = claim.subject().person();
        var said = new ArrayList<>(List.of(
                entry.substring(entry.lastIndexOf('/') + 1),
                claim.kind(),
                claim.subject().facility().text(),
                person.insurerNumber().text(),
                person.symbol().text(),
                person.number().text(),
                person.branch().text(),
                person.birth().text(),
                claim.ticketNumber().text(),
                level(),
                timing(),
                commission(),
                Integer.toString(rate()),
                claim.unitAmount().text(),
                claim.paymentAmount().text(),
                claim.paymentByOtherProgram().text(),
                claim.claimAmount().text(),
                returnedFor()));
        lines().forEach(line -> said.add(line.toString()));
        charges().forEach(charge -> said.add(charge.toString()));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\u0000", said).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
