package org.tsunagu.synthetic.people;

import java.time.LocalDate;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.Dates;

/// A member while the register is being made (作成中の被保険者); becomes a [Member] when it is finished.
final class Person {
    final int id;
    final Sex sex;
    final LocalDate birth;
    final Kind kind;
    LocalDate from;
    LocalDate to = Member.STILL_INSURED;
    Leaving leaving = Leaving.NONE;
    Relation relation = Relation.SELF;
    int household;
    int branch;

    Person(int id, Sex sex, LocalDate birth, Kind kind, LocalDate from) {
        this.id = id;
        this.sex = sex;
        this.birth = birth;
        this.kind = kind;
        this.from = from;
    }

    int ageOn(LocalDate day) {
        return Dates.age(birth, day);
    }

    boolean isInsuredOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// Ends the membership, unless it ends earlier already.
    void leave(LocalDate lastDay, Leaving why) {
        if (lastDay.isBefore(to)) {
            to = lastDay.isBefore(from) ? from : lastDay;
            leaving = why;
        }
    }
}
