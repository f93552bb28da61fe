package org.tsunagu.app.claims;

import static org.tsunagu.app.claims.RowSource.cell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tsunagu.app.claims.ClaimLinking.Link;
import org.tsunagu.app.claims.ClaimLinking.Patient;
import org.tsunagu.app.membership.CardNumber;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.Institution;
import org.tsunagu.claimsformat.disease.Diseases.Classified;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.codes.person.Sex;

/// What of a claim goes into which column (レセプトの項目の対応).
final class ClaimCells {

    private static final int LONGEST = 200;
    private static final int KEY_BYTES = 16;

    static final RowSource<Stored> CLAIMS = RowSource.of(List.of(
            cell("delivery_id", "bigint", Stored::deliveryId),
            cell("number", "int", stored -> stored.taken().number()),
            cell("item", "text", stored -> stored.claim().id()),
            cell("part_id", "bigint", Stored::partId),
            cell("receipt_key", "text", stored -> hash(stored.claim().receiptKey())),
            cell("search_number", "text", stored -> stored.claim().searchNumber()),
            cell("entry", "text", stored -> stored.taken().entry()),
            cell("line", "int", stored -> stored.claim().fileLine()),
            cell("kind", "text", stored -> stored.claim().kind().tag()),
            cell("receipt_type", "text", stored -> stored.claim().type().code()),
            cell("inpatient", "boolean", stored -> stored.claim().isInpatient()),
            cell("public_only", "boolean", stored -> stored.taken().isPublicOnly()),
            cell("care_month", "date", stored -> Completeness.day(stored.claim().careMonth())),
            cell("status", "text", stored -> stored.claim().status()),
            cell("institution", "text", stored -> stored.claim().institution().key()),
            cell(
                    "institution_name",
                    "text",
                    stored -> clip(stored.claim().institution().name())),
            cell(
                    "prescriber",
                    "text",
                    stored -> stored.claim().prescriber().map(Institution::key).orElse("")),
            cell("symbol", "text", stored -> clip(stored.claim().person().symbol())),
            cell("card_number", "text", stored -> clip(stored.claim().person().number())),
            cell("branch", "text", stored -> clip(stored.claim().person().branch())),
            cell("sex", "text", stored -> sex(stored.claim())),
            cell("birth", "date", stored -> stored.claim().person().birth().orElse(null)),
            cell("name", "text", stored -> clip(stored.claim().person().name())),
            cell("kana", "text", stored -> clip(stored.claim().person().kana())),
            cell("household_key", "text", stored -> clip(card(stored.claim()).household())),
            cell(
                    "member_id",
                    "bigint",
                    stored ->
                            stored.link().memberId() == 0 ? null : stored.link().memberId()),
            cell("match", "text", stored -> stored.link().match()),
            cell("days", "int", stored -> stored.claim().days()),
            cell("points_claimed", "bigint", stored -> stored.claim().amounts().pointsClaimed()),
            cell("points_decided", "bigint", stored -> stored.claim().amounts().pointsDecided()),
            cell("line_points", "bigint", stored -> stored.claim().amounts().linePoints()),
            cell("yen_per_point", "int", stored -> stored.claim().amounts().yenPerPoint()),
            cell("meal_yen", "bigint", stored -> stored.claim().amounts().mealYen()),
            cell("yen", "bigint", stored -> stored.claim().amounts().costYen()),
            cell(
                    "special_notes",
                    "text",
                    stored -> String.join(",", stored.claim().specialNotes())),
            cell("dialysis", "boolean", stored -> stored.taken().isOnDialysis())));

    static final RowSource<DiseaseCells> DISEASES = RowSource.of(List.of(
            cell("claim_id", "bigint", DiseaseCells::claimId),
            cell("seq", "int", cells -> cells.one().row().sequence()),
            cell("code", "text", cells -> clip(cells.one().row().code())),
            cell(
                    "modifiers",
                    "text",
                    cells -> String.join(",", cells.one().row().modifiers())),
            cell("written", "text", cells -> clip(cells.one().row().name())),
            cell("recorded_icd10", "text", cells -> clip(cells.one().row().icd10())),
            cell("name", "text", cells -> clip(cells.one().disease().name())),
            cell("icd10", "text", cells -> plain(cells.one().disease().icd10())),
            cell("class121", "text", cells -> cells.one().disease().middle().code()),
            cell(
                    "lifestyle14",
                    "text",
                    cells -> cells.one().disease().lifestyle().map(Group::code).orElse("")),
            cell("suspected", "boolean", cells -> cells.one().disease().isSuspected()),
            cell("main", "boolean", cells -> cells.one().isMain()),
            cell("most_resources", "boolean", cells -> cells.one().hasMostResources()),
            cell("start_day", "date", cells -> cells.one().row().start().orElse(null)),
            cell("outcome", "text", cells -> clip(cells.one().row().outcome()))));

    static final RowSource<DrugCells> DRUGS = RowSource.of(List.of(
            cell("claim_id", "bigint", DrugCells::claimId),
            cell("seq", "int", cells -> cells.one().seq()),
            cell("code", "text", cells -> clip(cells.one().code())),
            cell("name", "text", cells -> clip(cells.one().known().name())),
            cell("price_list_code", "text", cells -> cells.one().known().priceListCode()),
            cell("groups", "text", cells -> cells.one().known().groups()),
            cell("care_class", "text", cells -> clip(cells.one().careClass())),
            cell("form", "text", cells -> cells.one().form()),
            cell("from_day", "date", cells -> cells.one().from()),
            cell("days", "int", cells -> cells.one().days()),
            cell("quantity", "numeric", cells -> cells.one().quantity().orElse(null))));

    private ClaimCells() {}

    /// A claim on its way into the database.
    record Stored(long deliveryId, long partId, Taken taken, Link link) {
        Claim claim() {
            return taken.claim();
        }
    }

    /// A disease of a stored claim.
    record DiseaseCells(long claimId, Classified one) {}

    /// A drug of a stored claim.
    record DrugCells(long claimId, Supply one) {}

    /// Whom a claim names.
    static Patient patient(Claim claim) {
        var person = claim.person();
        return new Patient(card(claim), sex(claim), person.birth(), person.name(), person.kana(), claim.careMonth());
    }

    private static CardNumber card(Claim claim) {
        var person = claim.person();
        return new CardNumber(person.symbol(), person.number(), person.branch());
    }

    private static String sex(Claim claim) {
        return claim.person().sex().map(Sex::code).orElse("");
    }

    /// ICD-10 without dots.
    static String plain(String icd10) {
        return icd10.replace(".", "");
    }

    static String clip(String text) {
        var shown = text.replace('\t', ' ');
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }

    private static String hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
