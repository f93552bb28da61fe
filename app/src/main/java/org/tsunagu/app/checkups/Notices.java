package org.tsunagu.app.checkups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.notice.CheckupNotice;
import org.tsunagu.letters.notice.YearResult;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;

/// The result notice as a letter (結果通知).
public final class Notices {

    private static final int EARLIER = 2;

    private Notices() {}

    /// Sex and date of birth of the person who was examined.
    public record Person(Sex sex, LocalDate birth) {

        YearResult result(Checkup checkup) {
            return new YearResult(new Examinee(sex, birth, checkup.examDate()), checkup.values());
        }
    }

    /// The letter about a checkup.
    ///
    /// @param all the checkups of the person, the latest first
    public static Letter letter(
            String serial,
            Addressee to,
            Sender from,
            LocalDate day,
            Person person,
            Checkup checkup,
            List<Checkup> all) {
        var earlier = all.stream()
                .filter(other -> other.examDate().isBefore(checkup.examDate()))
                .limit(EARLIER)
                .map(person::result)
                .toList();
        var current = person.result(checkup);
        var judgement = Judging.shipped().judge(current.examinee(), checkup.values());
        return new Letter(
                serial,
                to,
                from,
                day,
                Optional.empty(),
                new CheckupNotice(current, judgement, earlier, checkup.facility()));
    }
}
