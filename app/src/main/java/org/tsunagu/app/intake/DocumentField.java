package org.tsunagu.app.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;

/// The fields of a header that somebody may put right (直せる項目).
enum DocumentField {
    INSURER_NUMBER,
    SYMBOL,
    NUMBER,
    BRANCH,
    KANA,
    SEX,
    BIRTH,
    POSTAL_CODE,
    EXAM_DATE,
    FACILITY_NUMBER;

    /// The name in addresses and in the database.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DocumentField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    Field read(Header header) {
        var patient = header.patient();
        return switch (this) {
            case INSURER_NUMBER -> patient.insurerNumber();
            case SYMBOL -> patient.symbol();
            case NUMBER -> patient.number();
            case BRANCH -> patient.branch();
            case KANA -> patient.name();
            case SEX -> patient.sex();
            case BIRTH -> patient.birth();
            case POSTAL_CODE -> patient.address().postalCode();
            case EXAM_DATE -> header.examDate();
            case FACILITY_NUMBER -> header.performer().number();
        };
    }

    Header write(Header header, String text) {
        var was = read(header);
        var field = new Field(text, Math.max(1, was.line()), Math.max(1, was.column()));
        var performer = header.performer();
        return switch (this) {
            case EXAM_DATE -> with(header, header.patient(), field, performer);
            case FACILITY_NUMBER -> with(header, header.patient(), header.examDate(), numbered(performer, field));
            default -> with(header, patient(header.patient(), field), header.examDate(), performer);
        };
    }

    /// What somebody has typed as the format writes it: names and symbols stay as they are, numbers and days get
    /// half-width digits and lose their separators.
    String normal(String typed) {
        var text = typed.strip();
        return switch (this) {
            case KANA, SYMBOL -> text;
            case BIRTH, EXAM_DATE ->
                Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[-/. ]", "");
            default -> Normalizer.normalize(text, Normalizer.Form.NFKC);
        };
    }

    private Patient patient(Patient of, Field field) {
        return new Patient(
                this == INSURER_NUMBER ? field : of.insurerNumber(),
                this == SYMBOL ? field : of.symbol(),
                this == NUMBER ? field : of.number(),
                this == BRANCH ? field : of.branch(),
                this == KANA ? field : of.name(),
                this == SEX ? field : of.sex(),
                of.sexSystem(),
                this == BIRTH ? field : of.birth(),
                this == POSTAL_CODE ? new Address(of.address().text(), field) : of.address());
    }

    private static Organization numbered(Organization of, Field number) {
        return new Organization(number, of.name(), of.telecom(), of.address());
    }

    private static Header with(Header of, Patient patient, Field examDate, Organization performer) {
        return new Header(
                of.typeIdRoot(),
                of.typeIdExtension(),
                of.category(),
                of.categorySystem(),
                of.created(),
                patient,
                of.authorTime(),
                of.author(),
                of.tickets(),
                of.programme(),
                of.programmeSystem(),
                examDate,
                performer);
    }
}
