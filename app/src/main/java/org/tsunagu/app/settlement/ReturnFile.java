package org.tsunagu.app.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.tsunagu.checkupformat.archive.ArchiveName;

/// An archive of claims that go back to the payment agency (過誤返戻ファイル). Made anew from the originals
/// whenever it is asked for, it has the same bytes each time.
///
/// @param receiver number of the payment agency, or of the facility for a letter
/// @param interaction 種別: 4 not settled, 5 settled; or a letter
/// @param number 同日分割送信回数
/// @param claims how many
public record ReturnFile(
        long id,
        String receiver,
        String interaction,
        Service service,
        LocalDate day,
        int number,
        int claims,
        String staffName,
        OffsetDateTime at) {

    /// What stands for the kind of exchange of a letter to a facility that claims directly (返戻通知書).
    static final String LETTER = "LETTER";

    /// Whether it is a letter to a facility and no archive.
    public boolean isLetter() {
        return interaction.equals(LETTER);
    }

    /// The name of the archive.
    ArchiveName name(String insurerNumber) {
        return new ArchiveName(insurerNumber, receiver, day, number, Character.digit(service.code(), 10));
    }
}
