package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.stratification.Level;

/// A provider sends results and guidance of a person in one archive.
@ExtendWith(Office.Extension.class)
class ReceivedWithResultsTest {

    private static final String NUMBER = "99600041";
    private static final Judging JUDGING = Judging.shipped();

    @TempDir
    Path folder;

    /// A checkup of an invented insurer that leads to active support.
    private static CheckupDocument active(Path archives) throws IOException {
        var reporter = new Reporter(CheckupCatalogue.shipped(), problem -> {});
        var reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
        var found = new ArrayList<CheckupDocument>();
        try (var files = Files.list(archives)) {
            for (var file : files.filter(path -> path.toString().endsWith(".zip"))
                    .sorted()
                    .toList()) {
                try (var archive = ArchiveReader.open(file, "zip", ArchiveLimits.standard(), reporter)
                        .orElseThrow()) {
                    archive.forEach(entry -> {
                        if (found.isEmpty() && entry.kind() == EntryKind.DATA) {
                            archive.read(entry, reporter)
                                    .flatMap(bytes -> reader.read(bytes, Place.of("zip"), reporter))
                                    .filter(CheckupDocument.class::isInstance)
                                    .map(CheckupDocument.class::cast)
                                    .filter(ReceivedWithResultsTest::isActive)
                                    .ifPresent(found::add);
                        }
                    });
                }
            }
        }
        return found.getFirst();
    }

    private static boolean isActive(CheckupDocument document) {
        var header = document.header();
        var person = new Examinee(
                header.sex().orElseThrow(),
                header.birthDay().orElseThrow(),
                header.examDay().orElseThrow());
        return JUDGING.covers(person.examDate())
                && JUDGING.judge(person, document.values(Items.shipped()))
                                .level()
                                .value()
                        == Level.ACTIVE;
    }

    @Test
    void results_and_guidance_in_one_archive_become_a_course(Office office) throws IOException {
        var insurer = office.insurer(NUMBER);
        Office.files(folder, NUMBER, 900, 1, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        var checkup = active(folder.resolve("archives"));
        var checkupDay = checkup.header().examDay().orElseThrow();
        var day = Dates.compact(checkupDay.plusDays(3));
        var guidance = Hg08.of("21", day, checkup.header().patient(), "1")
                .common(Dates.compact(checkupDay))
                .first("24010", "1", "30", "2")
                .totals(false, "170")
                .build();

        var name =
                new ArchiveName("9911000017", NUMBER, checkupDay.withMonth(12).withDayOfMonth(31), 0, 1);
        var file = folder.resolve(name + ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                var archive = ArchiveWriter.create(out, name, Exchange.of("6"), Optional.empty())) {
            archive.add(guidance);
            archive.add(checkup);
        }
        office.receive(insurer, file);
        office.waitForJobs(insurer);

        var found = office.everything()
                .queryForList(
                        "select code from intake.finding where insurer_id = ?",
                        insurer.id().value());
        var members = office.everything()
                .queryForList(
                        "select member_id from guidance.received where insurer_id = ? and state = 'TAKEN'",
                        Long.class,
                        insurer.id().value());
        assertThat(members).as(found.toString()).hasSize(1);
        var courses =
                office.as(insurer, Role.NURSE, () -> office.bean(Guidance.class).of(members.getFirst()));
        assertThat(courses)
                .singleElement()
                .satisfies(course -> assertThat(CourseSummary.of(course, checkupDay.plusDays(30))
                                .state())
                        .isEqualTo(CourseState.INITIAL_DONE));
    }
}
