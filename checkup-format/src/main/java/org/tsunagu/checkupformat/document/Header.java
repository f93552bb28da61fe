package org.tsunagu.checkupformat.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.Dates;

/// The header of a checkup or guidance document (ヘッダ部), every value as written.
///
/// @param typeIdRoot and `typeIdExtension`: the fixed identification of CDA R2
/// @param category 報告区分, `ClinicalDocument/code/@code`
/// @param categorySystem its code system, `~.1001`
/// @param created ファイル作成日, `effectiveTime`
/// @param authorTime `author/time`
/// @param author the organisation that made the file
/// @param tickets every `participant`
/// @param programme プログラム種別, `serviceEvent/code/@code`
/// @param programmeSystem its code system, `~.1002`
/// @param examDate 健診実施年月日, `serviceEvent/effectiveTime` or its `low`
/// @param performer the facility that did the checkup
public record Header(
        Field typeIdRoot,
        Field typeIdExtension,
        Field category,
        Field categorySystem,
        Field created,
        Patient patient,
        Field authorTime,
        Organization author,
        List<Ticket> tickets,
        Field programme,
        Field programmeSystem,
        Field examDate,
        Organization performer) {

    /// The checkup date, if it is a day of the calendar.
    public Optional<LocalDate> examDay() {
        return Dates.compact(examDate.text());
    }

    /// The date of birth, if it is a day of the calendar.
    public Optional<LocalDate> birthDay() {
        return Dates.compact(patient.birth().text());
    }

    /// The sex, if the code is known.
    public Optional<Sex> sex() {
        return Sex.of(patient.sex().text());
    }
}
