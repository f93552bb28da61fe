package org.tsunagu.cli.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.DiseaseRow;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.person.Sex;

/// The rows of claims in `claims.csv` (レセプトの行).
final class ClaimRows {

    static final List<String> COLUMNS = List.of(
            "file",
            "claim_id",
            "kind",
            "inpatient",
            "care_month",
            "claim_month",
            "insurer_number",
            "symbol",
            "number",
            "branch",
            "sex",
            "birth_date",
            "institution",
            "days",
            "points_claimed",
            "points_decided",
            "line_points",
            "meal_yen",
            "main_disease_code",
            "main_icd10",
            "corrections",
            "status");

    private ClaimRows() {}

    static void write(ClaimFile file, Claim claim, String mainIcd10, CsvBytes csv) {
        var person = claim.person();
        var amounts = claim.amounts();
        csv.cell(file.entry().isEmpty() ? file.file() : file.file() + "!" + file.entry())
                .word(claim.id())
                .word(claim.kind().tag())
                .word(claim.isInpatient() ? "1" : "0")
                .word(claim.careMonth().toString())
                .word(claim.claimMonth().map(YearMonth::toString).orElse(""))
                .cell(person.insurerNumber())
                .cell(person.symbol())
                .cell(person.number())
                .cell(person.branch())
                .word(person.sex().map(Sex::code).orElse(""))
                .word(person.birth().map(LocalDate::toString).orElse(""))
                .cell(claim.institution().key())
                .cell(claim.days())
                .word(Long.toString(amounts.pointsClaimed()))
                .word(Long.toString(amounts.pointsDecided()))
                .word(Long.toString(amounts.linePoints()))
                .word(Long.toString(amounts.mealYen()))
                .cell(claim.mainDisease().map(DiseaseRow::code).orElse(""))
                .cell(mainIcd10)
                .cell(claim.corrections().size())
                .word(claim.status().word());
        csv.endRow();
    }
}
