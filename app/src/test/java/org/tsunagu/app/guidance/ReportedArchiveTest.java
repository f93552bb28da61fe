package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.app.reporting.Writing;
import org.tsunagu.app.reporting.Writings;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.archive.SchemaGate;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.GuidanceCourse;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.Trigger;
import org.tsunagu.synthetic.Options;

/// Guidance in the archive of the report: what was received goes in as one document a course, what cannot
/// is named.
@ExtendWith(Office.Extension.class)
class ReportedArchiveTest {

    private static final String NUMBER = "99600058";
    private static final FiscalYear YEAR =
            new FiscalYear(Options.standard(Path.of("none")).lastYear());

    @TempDir
    Path folder;

    private record Target(long member, long checkup, CheckupDocument document) {
        LocalDate day() {
            return document.header().examDay().orElseThrow();
        }
    }

    /// People of a level in the denominator of guidance, examined early in the year, with their results.
    private static List<Target> targets(Office office, Insurer insurer, long report, String level, int most) {
        return office.everything()
                .query(
                        "select p.member_id, p.checkup_id, x.delivery_id, x.entry from reporting.person p"
                                + " join intake.document x on x.id = p.document_id where p.report_id = ? and p.level = ?"
                                + " and 'GUIDANCE_RATE' = any(p.below) and p.exam_date <= ?::date order by p.member_id limit ?",
                        (row, n) -> {
                            var found = new ArrayList<CheckupDocument>();
                            office.bean(Sources.class)
                                    .each(
                                            insurer.id(),
                                            row.getLong(3),
                                            List.of(row.getString(4)),
                                            Long.MAX_VALUE,
                                            (entry, document) -> found.add(document));
                            return new Target(row.getLong(1), row.getLong(2), found.getFirst());
                        },
                        report,
                        level,
                        YEAR.year() + "-09-05",
                        most);
    }

    private void send(Office office, Insurer insurer, Hg08 document) throws IOException {
        var file = Files.createTempFile(folder, "hg08", ".xml");
        Files.write(file, document.bytes());
        office.receive(insurer, file);
        office.waitForJobs(insurer);
    }

    private static Hg08 start(Target who) {
        return Hg08.of(
                        "21",
                        Dates.compact(who.day().plusDays(10)),
                        who.document().header().patient(),
                        "1")
                .common(Dates.compact(who.day()))
                .first("24010", "1", "30")
                .totals(false, "160");
    }

    private static Hg08 end(Target who, String waist, String weight) {
        return Hg08.of(
                        "22",
                        Dates.compact(who.day().plusDays(110)),
                        who.document().header().patient(),
                        "1")
                .common(Dates.compact(who.day()))
                .supports(
                        "24010",
                        Dates.compact(who.day().plusDays(40)) + " 1 20 70",
                        Dates.compact(who.day().plusDays(70)) + " 5 10 30")
                .last(waist, weight)
                .totals(true, "320");
    }

    private void guided(Office office, Insurer insurer, Target who) throws IOException {
        send(office, insurer, start(who));
        var course = office.as(
                        insurer, Role.NURSE, () -> office.bean(Guidance.class).of(who.member()))
                .getFirst();
        var two = new java.math.BigDecimal("2.5");
        send(
                office,
                insurer,
                end(
                        who,
                        course.waist().orElseThrow().subtract(two).toPlainString(),
                        course.weight().orElseThrow().subtract(two).toPlainString()));
    }

    /// Motivational support by the insurer itself, finished.
    private static void byOneself(Office office, Insurer insurer, Target who) {
        office.as(insurer, Role.NURSE, () -> {
            var opened = office.bean(Openings.class)
                    .open(who.checkup(), Optional.empty(), Holder.OWN)
                    .orElseThrow();
            var day = who.day();
            for (var entry : List.of(
                    GuidanceWorld.on(Trigger.ISSUE_TICKET, day.plusDays(3).toString()),
                    GuidanceWorld.on(Trigger.APPLY, day.plusDays(5).toString()),
                    GuidanceWorld.interview(day.plusDays(12).toString(), "BODY1"),
                    GuidanceWorld.evaluation(day.plusDays(110).toString(), "80.0", "60.0"))) {
                var course = office.bean(Guidance.class).find(opened.courseId()).orElseThrow();
                var outcome = office.bean(Recording.class)
                        .record(new Recording.At(course.id(), course.version(), 0, UUID.randomUUID()), entry);
                assertThat(outcome).isInstanceOf(Recording.Outcome.Done.class);
            }
            return "";
        });
    }

    private static long counted(Office office, Insurer insurer) {
        var reports = office.bean(Reports.class);
        office.as(insurer, Role.CLERK, () -> reports.count(YEAR));
        office.waitForJobs(insurer);
        return office.as(insurer, Role.CLERK, () -> reports.current(YEAR))
                .orElseThrow()
                .id();
    }

    private static List<Writing> writings(Office office, Insurer insurer, long report) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Writings.class).of(report));
    }

    @Test
    void what_was_received_is_one_document_and_what_cannot_be_written_is_named(Office office) throws IOException {
        var insurer = office.insurer(NUMBER);
        Office.files(folder, NUMBER, 1500, 1, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        try (var files = Files.list(folder.resolve("archives"))) {
            files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .forEach(file -> office.receive(insurer, file));
        }
        office.waitForJobs(insurer);
        var before = counted(office, insurer);
        var active = targets(office, insurer, before, "1", 1).getFirst();
        var motivational = targets(office, insurer, before, "2", 1).getFirst();
        guided(office, insurer, active);
        byOneself(office, insurer, motivational);

        var now = counted(office, insurer);
        assertThat(office.everything()
                        .queryForList(
                                "select member_id, detail::text as detail, above from reporting.gap where report_id = ?"
                                        + " and gap = 'GUIDANCE_LEFT_OUT'",
                                now))
                .containsExactly(Map.of(
                        "member_id",
                        motivational.member(),
                        "detail",
                        "[\"STAFF\", \"EVALUATION_FORM\", \"FACILITY\"]",
                        "above",
                        -1));
        var clerk = new Visitor(office);
        clerk.logIn(NUMBER + "-clerk", Office.PASSWORD);
        assertThat(clerk.get("/reports/%d/gaps?gap=GUIDANCE_LEFT_OUT".formatted(YEAR.year()))
                        .body())
                .contains("実施者の職種を記録していない", "実績評価の支援形態（対面・電話など）を記録していない", "保健指導機関の番号を記録していない", "このままでは −");

        var report = office.as(
                        insurer,
                        Role.CLERK,
                        () -> office.bean(Reports.class).freeze(YEAR, "99999997", "test", UUID.randomUUID()))
                .orElseThrow();
        office.waitForJobs(insurer);
        var writing = writings(office, insurer, report).getFirst();
        var file = office.bean(Writings.class).file(insurer.id(), report);
        var read = read(file);

        assertThat(writing.guidance()).isEqualTo(1);
        assertThat(writing.documents()).isEqualTo(read.results());
        assertThat(read.total()).isEqualTo(String.valueOf(read.results() + 1));
        assertThat(read.problems()).isEmpty();
        assertThat(read.guidance()).singleElement().satisfies(document -> reported(document, active));
        assertThat(clerk.get("/reports/frozen/" + report).body()).contains("特定保健指導 1件", "特定保健指導：実施者の職種を記録していない");

        // What has happened since changes nothing in what was reported.
        var bytes = Files.readAllBytes(file);
        office.everything()
                .update("update guidance.received set state = 'WITHDRAWN' where member_id = ?", active.member());
        office.as(insurer, Role.CLERK, () -> {
            office.bean(Writings.class).again(report);
            return "";
        });
        office.waitForJobs(insurer);
        assertThat(writings(office, insurer, report)).hasSize(2);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    private static void reported(GuidanceDocument document, Target who) {
        var header = document.header();
        assertThat(header.category().text()).isEqualTo("30");
        assertThat(header.programme().text()).isEqualTo("100");
        assertThat(header.patient().insurerNumber().text()).isEqualTo(NUMBER);
        assertThat(header.examDay()).contains(who.day().plusDays(110));
        assertThat(document.sections())
                .extracting(section -> section.code().text())
                .containsExactly("90010", "90030", "90060", "90070", "90080");
        var course = GuidanceCourse.of(document);
        assertThat(course.level()).isEqualTo("1");
        assertThat(course.checkupDay()).contains(who.day());
        assertThat(course.firstInterview().flatMap(GuidanceCourse.Session::day))
                .contains(who.day().plusDays(10));
        assertThat(course.plan().orElseThrow().body().waist())
                .as("a goal the report does not ask for")
                .isNull();
        assertThat(course.done().totalPoints()).isEqualByComparingTo("320");
    }

    private record Read(int results, List<GuidanceDocument> guidance, String total, List<Problem> problems) {}

    private static Read read(Path file) throws IOException {
        var problems = new ArrayList<Problem>();
        var reporter = new Reporter(CheckupCatalogue.shipped(), problems::add);
        var gate = schemas().map(SchemaGate::open);
        var reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
        var guidance = new ArrayList<GuidanceDocument>();
        var results = new int[1];
        var total = new String[1];
        try (var archive = ArchiveReader.open(file, "report.zip", ArchiveLimits.standard(), reporter)
                .orElseThrow()) {
            archive.forEach(entry -> {
                if (entry.kind() != EntryKind.DATA && entry.kind() != EntryKind.INDEX) {
                    return;
                }
                var place = Place.of("report.zip", entry.name());
                var bytes = archive.read(entry, reporter).orElseThrow();
                var document = reader.read(bytes, place, reporter).orElseThrow();
                gate.ifPresent(schemas -> schemas.check(bytes, document, place, reporter));
                switch (document) {
                    case CheckupDocument checkup -> results[0]++;
                    case GuidanceDocument one -> guidance.add(one);
                    case Index index -> total[0] = index.totalRecordCount().text();
                    default -> throw new AssertionError(entry.name());
                }
            });
        }
        return new Read(results[0], guidance, total[0], problems);
    }

    private static Optional<Path> schemas() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/spec/checkup/schemas"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
