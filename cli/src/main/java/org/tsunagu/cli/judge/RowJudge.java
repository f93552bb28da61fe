package org.tsunagu.cli.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.Decisions;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// Judges the people of a CSV, row by row (行ごとの判定).
final class RowJudge {

    static final List<String> COLUMNS =
            List.of("id", "fiscal_year", "age", "period", "metabolic", "level", "undetermined_because", "reasons");

    private static final String UNDETERMINED = "4";
    private static final String SEPARATOR = ";";

    private final Items items;
    private final Heading heading;
    private final Judging judging;
    private final CellValues cells;
    private final JudgeMessages messages;
    private final CsvBytes csv;

    RowJudge(Items items, Heading heading, Judging judging, JudgeMessages messages, CsvBytes csv) {
        this.items = items;
        this.heading = heading;
        this.judging = judging;
        this.cells = new CellValues(items);
        this.messages = messages;
        this.csv = csv;
    }

    void judge(CsvLine line) {
        if (line.count() > heading.size()) {
            messages.cell("cells", line.number(), heading.size() + 1, "", String.valueOf(line.count()));
        }
        var sex = person(line, Heading.SEX, "sex").flatMap(Sex::of);
        var birth = person(line, Heading.BIRTH_DATE, "date").flatMap(Dates::iso);
        var exam = person(line, Heading.EXAM_DATE, "date").flatMap(Dates::iso);
        csv.cell(line.cell(heading.place(Heading.ID)));
        csv.cell(exam.map(FiscalYear::containing)
                .map(year -> Integer.toString(year.year()))
                .orElse(""));
        var values = values(line, exam);
        if (exam.isPresent() && !judging.covers(exam.get())) {
            messages.cell(
                    "no-rules",
                    line.number(),
                    heading.place(Heading.EXAM_DATE) + 1,
                    Heading.EXAM_DATE,
                    exam.get().toString());
            notJudged(exam, birth, "", "");
        } else if (sex.isPresent() && birth.isPresent() && exam.isPresent()) {
            judged(judging.decide(new Examinee(sex.get(), birth.get(), exam.get()), values));
        } else {
            notJudged(exam, birth, UNDETERMINED, unknown(sex, birth, exam));
        }
        csv.endRow();
    }

    /// What is written about the person; a cell that cannot be read is reported and counts as missing.
    private Optional<String> person(CsvLine line, String column, String what) {
        var place = heading.place(column);
        var text = line.cell(place);
        var isReadable =
                what.equals("sex") ? Sex.of(text).isPresent() : Dates.iso(text).isPresent();
        if (!isReadable && !text.isEmpty()) {
            messages.cell(what, line.number(), place + 1, column, text);
        }
        return isReadable ? Optional.of(text) : Optional.empty();
    }

    private CheckupValues values(CsvLine line, Optional<LocalDate> exam) {
        var values = CheckupValues.over(items);
        if (exam.isEmpty()) {
            return values.build();
        }
        var day = exam.get();
        var span = cells.span(day);
        for (var column : heading.items()) {
            var text = line.cell(column.index());
            if (!text.isEmpty()) {
                var value = cells.read(column.item(), text, day, span);
                if (value.state().isValue()) {
                    values.put(column.item(), value);
                } else {
                    var what = column.item().type().name().equals("PQ") ? "number" : "code";
                    messages.cell(
                            what,
                            line.number(),
                            column.index() + 1,
                            column.item().code(),
                            text);
                }
            }
        }
        return values.build();
    }

    private void judged(Decisions decisions) {
        csv.cell(decisions.age()).cell(decisions.period().number());
        csv.cell(decisions.metabolic().value().code());
        csv.cell(decisions.level().value().code());
        csv.cell(String.join(SEPARATOR, missing(decisions)));
        csv.open();
        reasons(decisions.level(), "");
        reasons(decisions.metabolic(), SEPARATOR);
        csv.close();
    }

    private static Set<String> missing(Decisions decisions) {
        var names = new LinkedHashSet<String>();
        if (decisions.level().value() == Level.UNDETERMINED) {
            names.addAll(decisions.level().missingThatMatter());
        }
        if (decisions.metabolic().value() == MetabolicCode.UNDETERMINED) {
            names.addAll(decisions.metabolic().missingThatMatter());
        }
        return names;
    }

    private void reasons(Decision<?> decision, String before) {
        var separator = before;
        for (var reason : decision.reasons()) {
            csv.text(separator).text(reason.basis().row()).text("=").text(outcome(reason));
            if (!reason.value().isEmpty()) {
                csv.text("(").text(reason.value()).text(")");
            }
            separator = SEPARATOR;
        }
    }

    private static String outcome(Reason reason) {
        return switch (reason.code()) {
            case VALUE_IGNORED -> "ignored";
            case VALUE_COMPUTED -> "computed";
            default -> reason.outcome();
        };
    }

    private void notJudged(Optional<LocalDate> exam, Optional<LocalDate> birth, String code, String because) {
        var age = exam.isPresent() && birth.isPresent()
                ? Integer.toString(FiscalYear.containing(exam.get()).ageOf(birth.get()))
                : "";
        var period = exam.flatMap(PlanPeriod::find).map(found -> Integer.toString(found.number()));
        csv.cell(age)
                .cell(period.orElse(""))
                .cell(code)
                .cell(code)
                .cell(because)
                .empty();
    }

    private static String unknown(Optional<?> sex, Optional<?> birth, Optional<?> exam) {
        var names = new ArrayList<String>();
        if (sex.isEmpty()) {
            names.add(Heading.SEX);
        }
        if (birth.isEmpty()) {
            names.add(Heading.BIRTH_DATE);
        }
        if (exam.isEmpty()) {
            names.add(Heading.EXAM_DATE);
        }
        return String.join(SEPARATOR, names);
    }
}
