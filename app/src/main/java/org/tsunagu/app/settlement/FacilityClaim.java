package org.tsunagu.app.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.intake.Document;

/// A claim of a facility (機関の請求): what a settlement file says, whose it is, and what was decided.
///
/// @param entry path of the file in its archive
/// @param stage which claim of a course; empty for a checkup
/// @param rate 支払割合 of guidance, percent; -1 for none
/// @param returnedFor why it had been returned when it came, table and code; empty when it had not
/// @param memberId 0 for nobody's
/// @param name of the member; empty for nobody
/// @param documentId of the result; 0 for none
/// @param day of the service, as the result says
/// @param earlierId an earlier claim for the same that was returned; 0 for none
/// @param version of the claim, so that nobody decides about what has changed
public record FacilityClaim(
        long id,
        long deliveryId,
        String entry,
        String kind,
        Service service,
        String facility,
        String insurerNumber,
        String ticket,
        String stage,
        String level,
        String timing,
        String commission,
        int rate,
        Amounts amounts,
        String returnedFor,
        long memberId,
        String name,
        long documentId,
        Optional<LocalDate> day,
        State state,
        String reason,
        boolean byStaff,
        long returnedIn,
        long earlierId,
        int version,
        List<Line> lines,
        List<Charge> charges) {

    /// How far it is (状態).
    public enum State {
        /// Taken in, and not looked at.
        OPEN,
        /// Something must be known or done first.
        WAIT,
        PAY,
        RETURN,
        /// The archive that brought it was refused as a whole.
        WITHDRAWN
    }

    /// Yen.
    ///
    /// @param unit 単価合計 or 算定金額
    /// @param paid 窓口負担
    /// @param other 他健診負担額
    /// @param claimed 請求金額
    public record Amounts(long unit, long paid, long other, long claimed) {}

    /// Path of the result that goes with it.
    public String resultEntry() {
        var at = entry.lastIndexOf('/') + 1;
        var letter = service == Service.CHECKUP ? "h" : "g";
        return at >= entry.length()
                ? ""
                : entry.substring(0, at).replace("CLAIMS/", "DATA/") + letter + entry.substring(at + 1);
    }

    FacilityClaim with(List<Line> itsLines, List<Charge> itsCharges) {
        return with(memberId, documentId, day, itsLines, itsCharges);
    }

    FacilityClaim with(long member, Document result) {
        return with(member, result.id(), result.examDate(), lines, charges);
    }

    private FacilityClaim with(
            long member, long document, Optional<LocalDate> of, List<Line> itsLines, List<Charge> itsCharges) {
        return new FacilityClaim(
                id,
                deliveryId,
                entry,
                kind,
                service,
                facility,
                insurerNumber,
                ticket,
                stage,
                level,
                timing,
                commission,
                rate,
                amounts,
                returnedFor,
                member,
                name,
                document,
                of,
                state,
                reason,
                byStaff,
                returnedIn,
                earlierId,
                version,
                itsLines,
                itsCharges);
    }
}
