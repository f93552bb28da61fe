package org.tsunagu.claimsformat.claim;

import java.util.regex.Pattern;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Whether claims are those of one insurer (自保険者のレセプト): a file may hold another one's, which
/// nobody here may see. Claims on public payers alone name no insurer.
///
/// @param number of the insurer
public record OneInsurer(String number, Reporter reporter) {

    private static final Pattern PADDING = Pattern.compile("^[ 0]+");

    /// Whether a claim is the insurer's; one of another is reported.
    public boolean isOurs(ClaimFile file, Claim claim) {
        if (claim.decided().headers().isPublicOnly()
                || key(claim.person().insurerNumber()).equals(key(number))) {
            return true;
        }
        reporter.report(
                "CLM-OTHER-INSURER",
                new Place(file.file(), file.entry(), claim.id(), claim.fileLine(), 0),
                "actual",
                Shown.code(claim.person().insurerNumber()));
        return false;
    }

    /// Numbers of fewer than eight digits are padded on the left.
    private static String key(String number) {
        return PADDING.matcher(number).replaceFirst("");
    }
}
