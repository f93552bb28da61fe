package org.tsunagu.app.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.analytics.MartReader.Examined;
import org.tsunagu.app.analytics.Marts.Tally;
import org.tsunagu.app.analytics.PersonKeys.Keyed;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.guidance.CourseSummary;
import org.tsunagu.app.reporting.PeopleOfYear;
import org.tsunagu.app.reporting.PeopleOfYear.PersonOfYear;
import org.tsunagu.app.tables.RuleSet;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.measures.mart.MartBuild;
import org.tsunagu.measures.mart.MartRows;
import org.tsunagu.measures.mart.Partition;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.band.Bands;
import org.tsunagu.rules.mark.Marks;

/// Writes one fiscal year of an insurer into the mart (年度ごとの書き込み).
@Component
class MartYears {

    private static final int DIGITS = 3;

    /// Changes whenever other values or marks are written from the same results.
    private static final String FORM = "2";

    private static final Set<String> MEASURED = Bands.measured();

    private final MartReader reader;
    private final PeopleOfYear people;
    private final PersonKeys keys;
    private final MartClaims claims;
    private final MartLists lists;
    private final Judging judging = Judging.shipped();
    private final Marks marks = Marks.shipped();

    MartYears(MartReader reader, PeopleOfYear people, PersonKeys keys, MartClaims claims, MartLists lists) {
        this.claims = claims;
        this.lists = lists;
        this.reader = reader;
        this.people = people;
        this.keys = keys;
    }

    /// One year on its way: who stands how.
    private record Year(
            FiscalYear year,
            String insurer,
            Keyed ids,
            Map<Long, PersonOfYear> standings,
            MartBuild mart,
            Tally tally) {

        Partition of(String table) {
            return new Partition(table, insurer, year.year());
        }
    }

    /// Writes everything of a year; within the transaction of the caller.
    void write(Insurer insurer, FiscalYear year, MartBuild mart, Tally tally) {
        var standings = new HashMap<Long, PersonOfYear>();
        people.each(insurer.id(), year, person -> standings.put(person.memberId(), person));
        var one = new Year(year, insurer.number(), keys.of(insurer.id()), standings, mart, tally);
        try {
            people(one);
            checkups(one);
            courses(one);
            values(one);
            var target = new MartClaims.Target(one.year(), one.insurer(), one.ids(), mart, tally);
            claims.write(target);
            lists.write(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("a partition of the mart could not be written", e);
        }
    }

    /// A row that cannot be written ends the making: nothing may be missing without anybody knowing.
    private interface Writing<T> {
        void write(T one) throws SQLException;

        default void run(T one) {
            try {
                write(one);
            } catch (SQLException e) {
                throw new IllegalStateException("a row of the mart could not be written", e);
            }
        }
    }

    private static <T> Consumer<T> each(Writing<T> writing) {
        return writing::run;
    }

    private void people(Year one) throws IOException, SQLException {
        try (var rows = one.mart().write(one.of("person_year"), "")) {
            reader.insured(one.year(), each(insured -> {
                var standing = Optional.ofNullable(one.standings().get(insured.memberId()));
                one.tally().people++;
                rows.row()
                        .text(one.ids().id(insured.memberId()))
                        .text(one.insurer())
                        .number(one.year().year())
                        .text(insured.sex())
                        .number(one.year().ageOf(insured.birth()))
                        .text(insured.kind())
                        .text(insured.employer())
                        .text(insured.area())
                        .number(insured.months())
                        .truth(standing.filter(PersonOfYear::isTarget).isPresent())
                        .truth(standing.filter(PersonOfYear::inDenominator).isPresent())
                        .text(standing.map(PersonOfYear::exclusion).orElse(""))
                        // Who is not within the ages of the programme is so by the law itself.
                        .text(Certainties.word(
                                standing.map(PersonOfYear::certainty).orElse(Certainty.SOURCE)));
            }));
        }
        one.tally().written++;
    }

    private void checkups(Year one) throws IOException, SQLException {
        try (var rows = one.mart().write(one.of("checkup"), "")) {
            reader.examined(one.year(), false, each(examined -> {
                var standing = Optional.ofNullable(one.standings().get(examined.memberId()));
                var isCounted = standing.flatMap(PersonOfYear::checkup)
                        .filter(id -> id == examined.checkupId())
                        .isPresent();
                one.tally().checkups++;
                rows.row()
                        .big(examined.checkupId())
                        .text(one.ids().id(examined.memberId()))
                        .text(one.insurer())
                        .number(one.year().year())
                        .day(examined.day())
                        .truth(isCounted)
                        .text(examined.facility())
                        .text(examined.metabolic().orElse(""))
                        .text(examined.level().orElse(""))
                        .truth(isCounted
                                && standing.filter(PersonOfYear::isToGuide).isPresent())
                        .text(examined.certainty());
            }));
        }
        one.tally().written++;
    }

    private static void courses(Year one) throws IOException, SQLException {
        try (var rows = one.mart().write(one.of("course"), "")) {
            for (var person : one.standings().values()) {
                if (person.course().isPresent()) {
                    course(one, person, person.course().get(), rows);
                }
            }
        }
        one.tally().written++;
    }

    private static void course(Year one, PersonOfYear person, CourseSummary course, MartRows rows) throws SQLException {
        var isOver = !course.isRunning() && !course.isFinished() && course.isStarted();
        rows.row().big(course.courseId());
        if (person.checkup().isPresent()) {
            rows.big(person.checkup().get());
        } else {
            rows.none();
        }
        rows.text(one.ids().id(person.memberId()))
                .text(one.insurer())
                .number(one.year().year())
                .text(course.kind().code())
                .text(course.provider())
                .day(course.openedOn())
                .day(course.firstInterview().orElse(null))
                .day(course.finishedOn().orElse(null))
                .text(isOver ? course.state().name() : "")
                .number(course.points());
    }

    private void values(Year one) throws IOException, SQLException {
        var state = FORM + "/" + reader.state(one.year()) + "/" + RuleSet.id();
        if (one.mart().keep(one.of("result"), state) && one.mart().keep(one.of("mark"), state)) {
            one.tally().kept += 2;
            return;
        }
        // One table after the other: the engine fills one at a time.
        try (var rows = one.mart().write(one.of("result"), state)) {
            reader.examined(one.year(), true, each(examined -> results(one, examined, rows)));
        }
        try (var rows = one.mart().write(one.of("mark"), state)) {
            reader.examined(one.year(), true, each(examined -> marks(one, examined, rows)));
        }
        one.tally().written += 2;
    }

    private void results(Year one, Examined examined, MartRows rows) throws SQLException {
        if (!judging.covers(examined.day())) {
            return;
        }
        var person = one.ids().id(examined.memberId());
        for (var band : bands(examined)) {
            var number = Decimals.parse(band.value());
            if (number != null && MEASURED.contains(band.item()) && number.precision() - number.scale() <= 9) {
                rows.row()
                        .big(examined.checkupId())
                        .text(person)
                        .text(one.insurer())
                        .number(one.year().year())
                        .text(band.item().toLowerCase(Locale.ROOT))
                        .decimal(number.setScale(DIGITS, RoundingMode.HALF_UP));
            }
        }
    }

    private void marks(Year one, Examined examined, MartRows rows) throws SQLException {
        if (!judging.covers(examined.day())) {
            return;
        }
        var person = one.ids().id(examined.memberId());
        for (var mark : marks.of(examined.day(), Checkups.values(examined.results()), bands(examined))) {
            rows.row()
                    .big(examined.checkupId())
                    .text(person)
                    .text(one.insurer())
                    .number(one.year().year())
                    .text(mark.mark())
                    .truth(mark.holds())
                    .text(Certainties.word(mark.certainty()));
        }
    }

    private List<Band> bands(Examined examined) {
        var examinee = new Examinee(Sex.of(examined.sex()).orElseThrow(), examined.birth(), examined.day());
        return judging.judge(examinee, Checkups.values(examined.results())).bands();
    }
}
