package org.tsunagu.app.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.claimsformat.disease.DiseaseClasses;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.codes.problem.Problem;

/// A claim as a page shows it (レセプトの表示).
///
/// @param memberId 0 when nobody was found; `match` by which step
/// @param name as the claim says it
/// @param inForce whether its delivery is in force; `repeated` whether an earlier one has it already
public record ClaimView(
        long id,
        long deliveryId,
        String deliveryName,
        int number,
        int line,
        String kind,
        boolean isInpatient,
        YearMonth month,
        YearMonth claimMonth,
        String status,
        boolean inForce,
        boolean repeated,
        String institution,
        String institutionName,
        String prescriber,
        long memberId,
        String match,
        String name,
        String card,
        Optional<LocalDate> birth,
        String sex,
        int days,
        long pointsClaimed,
        long pointsDecided,
        long linePoints,
        long mealYen,
        long yen,
        boolean dialysis) {

    /// What the review body cut, in points (査定).
    public long reduction() {
        return status.equals("COUNTED") ? pointsClaimed - pointsDecided : 0;
    }

    /// Whether it counts.
    public boolean counts() {
        return status.equals("COUNTED") && inForce && !repeated;
    }

    /// A disease of it; without its name and codes when it is kept from whoever is looking.
    ///
    /// @param points share of the claim; empty before it was shared out
    public record Disease(
            String name,
            String icd10,
            String class121,
            String lifestyle14,
            boolean isSuspected,
            boolean isMain,
            boolean isHidden,
            Optional<LocalDate> start,
            Optional<Long> points,
            Optional<Long> yen) {

        private static final Map<String, Group> CLASSES =
                DiseaseClasses.of121(List.of()).byCode();

        /// The class with its name; empty when it is kept from whoever is looking.
        public String className(Locale language) {
            return Optional.ofNullable(CLASSES.get(class121))
                    .map(group -> class121 + " " + group.name(language))
                    .orElse(class121);
        }
    }

    /// A drug of it, the same way.
    public record Drug(
            String code,
            String name,
            String form,
            LocalDate from,
            int days,
            Optional<BigDecimal> quantity,
            boolean isHidden) {}

    /// What the review body changed.
    public record Correction(int kind, String record, String items, String reason, int line) {}

    /// A claim to whose points those of dispensing were joined.
    public record Joined(long claimId, long points) {}

    /// Everything that stands on the page of a claim.
    ///
    /// @param given claims of prescribers that got points of this one; `got` dispensing claims whose points
    ///     it got
    public record Whole(
            ClaimView claim,
            List<Disease> diseases,
            List<Drug> drugs,
            List<Correction> corrections,
            List<Joined> given,
            List<Joined> got,
            List<Problem> problems) {}
}
