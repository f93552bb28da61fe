package org.tsunagu.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.archive.SchemaGate;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.Options;

/// A frozen report and its archive: complete, valid, and the same whenever it is written.
@ExtendWith(Office.Extension.class)
class ArchiveTest {

    private static final String NUMBER = "99000929";
    private static final FiscalYear YEAR =
            new FiscalYear(Options.standard(Path.of("none")).lastYear());
    private static final int MEMBERS = 150;

    @TempDir
    static Path folder;

    private static Insurer filled(Office office) throws IOException {
        var insurer = office.insurer(NUMBER);
        if (!Files.exists(folder.resolve("members.csv"))) {
            Office.files(folder, NUMBER, MEMBERS, 1, 0);
            office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
            try (var files = Files.list(folder.resolve("archives"))) {
                files.filter(file -> file.toString().endsWith(".zip"))
                        .sorted()
                        .forEach(file -> office.receive(insurer, file));
            }
            office.waitForJobs(insurer);
        }
        return insurer;
    }

    private static Report frozen(Office office, Insurer insurer, UUID form) {
        var reports = office.bean(Reports.class);
        var id = office.as(insurer, Role.CLERK, () -> reports.freeze(YEAR, "99999997", "test", form))
                .orElseThrow();
        office.waitForJobs(insurer);
        return office.as(insurer, Role.CLERK, () -> reports.find(id)).orElseThrow();
    }

    private static List<Writing> writings(Office office, Insurer insurer, Report report) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Writings.class).of(report.id()));
    }

    @Test
    void the_archive_holds_every_result_that_counts_and_is_valid(Office office) throws IOException {
        var insurer = filled(office);
        var report = frozen(office, insurer, UUID.randomUUID());
        var rate = office.as(
                        insurer, Role.CLERK, () -> office.bean(Totals.class).all(report.id()))
                .get("CHECKUP_RATE");

        var writing = writings(office, insurer, report).getFirst();
        var read = read(office.bean(Writings.class).file(insurer.id(), report.id()));

        assertThat(writing.name()).matches("99000929_99999997_[0-9]{8}[0-9]_5");
        assertThat(writing.refused()).isZero();
        assertThat(rate.numerator()).isGreaterThan(10);
        assertThat(read.documents()).hasSize((int) rate.numerator());
        assertThat(read.documents()).allSatisfy(document -> {
            assertThat(document.header().category().text()).isEqualTo("30");
            assertThat(document.header().programme().text()).isEqualTo("010");
            assertThat(document.header().patient().insurerNumber().text()).isEqualTo(NUMBER);
            assertThat(document.sections().getFirst().text()).isEqualTo("01010");
        });
        assertThat(read.index().interactionType().text()).isEqualTo("10");
        assertThat(read.index().serviceEventType().text()).isEqualTo("5");
        assertThat(read.index().receiver().isEmpty()).isTrue();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void an_archive_that_does_not_read_back_as_it_was_written_does_not_go_out(Office office) throws IOException {
        var insurer = filled(office);
        var report = frozen(office, insurer, UUID.randomUUID());
        var writing = writings(office, insurer, report).getFirst();
        var file = office.bean(Writings.class).file(insurer.id(), report.id());
        var day = report.archiveDay().orElseThrow();
        var half = folder.resolve("half.zip");
        Files.write(half, java.util.Arrays.copyOf(Files.readAllBytes(file), (int) (writing.size() / 2)));

        ArchiveProof.of(file, day, writing.documents(), 0);

        assertThatThrownBy(() -> ArchiveProof.of(file, day, writing.documents() + 1, 0))
                .hasMessageContaining("results %d of %d".formatted(writing.documents(), writing.documents() + 1));
        assertThatThrownBy(() -> ArchiveProof.of(file, day, writing.documents(), 1))
                .hasMessageContaining("guidance 0 of 1");
        assertThatThrownBy(() -> ArchiveProof.of(half, day, writing.documents(), 0))
                .isInstanceOf(IllegalStateException.class);
    }

    private record Read(List<CheckupDocument> documents, Index index, List<Problem> problems) {}

    /// Read again, and checked against the official schemas where they are.
    private static Read read(Path file) throws IOException {
        var problems = new ArrayList<Problem>();
        var reporter = new Reporter(CheckupCatalogue.shipped(), problems::add);
        var gate = schemas().map(SchemaGate::open);
        var reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
        var documents = new ArrayList<CheckupDocument>();
        var index = new Index[1];
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
                    case CheckupDocument checkup -> documents.add(checkup);
                    case Index one -> index[0] = one;
                    default -> throw new AssertionError(entry.name());
                }
            });
        }
        return new Read(documents, index[0], problems);
    }

    private static Optional<Path> schemas() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/spec/checkup/schemas"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    @Test
    void what_is_frozen_is_written_again_byte_for_byte_whatever_has_changed_since(Office office) throws IOException {
        var insurer = filled(office);
        var report = frozen(office, insurer, UUID.randomUUID());
        var before = Files.readAllBytes(office.bean(Writings.class).file(insurer.id(), report.id()));
        var people =
                office.as(insurer, Role.CLERK, () -> office.bean(Writings.class).people(report.id()));
        var jdbc = office.everything();
        jdbc.update("update checkups.checkup set withdrawn = true where member_id = ?", people.get(0));
        jdbc.update("update membership.coverage set to_day = ?::date where member_id = ?", "2026-01-31", people.get(1));
        jdbc.update(
                "insert into intake.repair (insurer_id, document_id, field, was, now, note, staff_id, staff_name, at)"
                        + " select insurer_id, document_id, '9A751000000000001', '', '99', '', 0, 'test', now()"
                        + " from checkups.checkup where member_id = ?",
                people.get(2));
        jdbc.update(
                "update intake.document set version = version + 1 where id ="
                        + " (select document_id from checkups.checkup where member_id = ?)",
                people.get(2));

        office.as(insurer, Role.CLERK, () -> {
            office.bean(Writings.class).again(report.id());
            return office.bean(Reports.class).count(YEAR);
        });
        office.waitForJobs(insurer);

        assertThat(Files.readAllBytes(office.bean(Writings.class).file(insurer.id(), report.id())))
                .isEqualTo(before);
        assertThat(writings(office, insurer, report))
                .hasSize(2)
                .extracting(Writing::hash)
                .containsOnly(writings(office, insurer, report).getFirst().hash());
        var clerk = new Visitor(office);
        clerk.logIn(NUMBER + "-clerk", Office.PASSWORD);
        var page = clerk.get("/reports/frozen/" + report.id()).body();
        assertThat(page).contains("作り直したファイルもすべて同じ内容です", "分子から外れた", "分母から外れた", "結果の文書が修正された");
        assertThat(frozen(office, insurer, UUID.randomUUID()).id()).isGreaterThan(report.id());
        jdbc.update("update checkups.checkup set withdrawn = false where member_id = ?", people.get(0));
        jdbc.update("update membership.coverage set to_day = null where member_id = ?", people.get(1));
        jdbc.update(
                "delete from intake.repair where insurer_id = ?", insurer.id().value());
    }

    @Test
    void a_report_asked_for_twice_is_one_and_another_insurer_does_not_find_it(Office office) throws IOException {
        var insurer = filled(office);
        var other = office.insurer("99000937");
        var form = UUID.randomUUID();

        var first = frozen(office, insurer, form);
        var second = frozen(office, insurer, form);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(writings(office, insurer, first)).hasSize(1);
        assertThat(office.as(other, Role.CLERK, () -> office.bean(Reports.class).find(first.id())))
                .isEmpty();
        var clerk = new Visitor(office);
        clerk.logIn(insurer.number() + "-clerk", Office.PASSWORD);
        clerk.get("/reports/frozen/" + first.id());
        assertThat(clerk.post("/reports/frozen/%d/archive".formatted(first.id()), "purpose", "REPORT")
                        .body())
                .startsWith("PK");
        assertThat(office.everything()
                        .queryForList(
                                "select distinct requester || ' ' || ground || ' ' || allowed from consent.disclosure"
                                        + " where insurer_id = ? and reference = ?",
                                String.class,
                                insurer.id().value(),
                                "reports/frozen/" + first.id()))
                .containsExactly("PAYMENT_FUND L20 true");
        var stranger = new Visitor(office);
        stranger.logIn("99000937-clerk", Office.PASSWORD);
        stranger.get("/reports/2024");
        assertThat(stranger.get("/reports/frozen/" + first.id()).status()).isEqualTo(404);
        assertThat(stranger.post(
                                "/reports/frozen/%d/archive".formatted(first.id()),
                                "purpose",
                                "OTHER",
                                "purposeWords",
                                "x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_year_without_results_freezes_without_an_archive(Office office) {
        var insurer = office.insurer("99000937");

        var report = frozen(office, insurer, UUID.randomUUID());

        assertThat(writings(office, insurer, report)).singleElement().satisfies(writing -> {
            assertThat(writing.isReady()).isTrue();
            assertThat(writing.name()).isEmpty();
        });
    }

    @Test
    void an_archive_that_is_killed_in_the_middle_ends_as_if_it_had_not_been(Office office) throws IOException {
        var insurer = filled(office);
        var report = frozen(office, insurer, UUID.randomUUID());
        var expected = writings(office, insurer, report).getFirst();
        var id = office.everything()
                .queryForObject(
                        "insert into reporting.writing (insurer_id, report_id, asked_by) values (?, ?, 'test') returning id",
                        Long.class,
                        insurer.id().value(),
                        report.id());
        var job = new Job(0, insurer.id(), Writings.JOB, Long.toString(id), "RUNNING", "", 0, 0);
        var handler = office.bean(ArchiveJob.class);
        var transactions = office.bean(TenantTransactions.class);

        assertThatThrownBy(() -> handler.work(job, (step, done, total, work) -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        handler.work(job, (step, done, total, work) -> transactions.run(insurer.id(), work));

        assertThat(writings(office, insurer, report))
                .hasSize(2)
                .extracting(Writing::hash)
                .containsOnly(expected.hash());
    }

    @Test
    void the_database_lets_nobody_take_away_what_is_frozen(Office office) throws IOException {
        var insurer = filled(office);
        var report = frozen(office, insurer, UUID.randomUUID());
        var jdbc = office.bean(org.springframework.jdbc.core.simple.JdbcClient.class);

        for (var table : List.of("tally", "gap", "person")) {
            assertThat(office.bean(TenantTransactions.class)
                            .in(
                                    insurer.id(),
                                    () -> jdbc.sql("delete from reporting." + table + " where report_id = :id")
                                            .param("id", report.id())
                                            .update()))
                    .as(table)
                    .isZero();
        }
    }
}
