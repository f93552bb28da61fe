package org.tsunagu.app.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Rechecks;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.reporting.Writings.Written;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.codes.insurer.InsurerNumber;

/// Writes the archive of a frozen report (送付用ファイルの作成), document by document from the originals; neither
/// they nor the file are held in memory. It is read again before it can be had. One file is written in
/// one go: after a restart it begins again, with the same bytes.
@Component
class ArchiveJob implements JobHandler {

    private final Reports reports;
    private final Writings writings;
    private final Sources sources;
    private final ReportCourses courses;
    private final Rechecks rechecks;
    private final TenantTransactions transactions;
    private final Insurers insurers;
    private final Audit audit;
    private final Clock clock;
    private final Optional<Path> schemas;

    ArchiveJob(
            Reports reports,
            Writings writings,
            Sources sources,
            ReportCourses courses,
            Rechecks rechecks,
            TenantTransactions transactions,
            Insurers insurers,
            Audit audit,
            Clock clock,
            @Value("${tsunagu.schemas:}") String schemas) {
        this.reports = reports;
        this.writings = writings;
        this.sources = sources;
        this.courses = courses;
        this.rechecks = rechecks;
        this.transactions = transactions;
        this.insurers = insurers;
        this.audit = audit;
        this.clock = clock;
        this.schemas = Optional.of(schemas).filter(name -> !name.isEmpty()).map(Path::of);
    }

    @Override
    public String kind() {
        return Writings.JOB;
    }

    @Override
    public void work(Job job, Steps steps) {
        var writing = writings.of(job.insurer(), Long.parseLong(job.subject()));
        if (writing.isReady()) {
            return;
        }
        var report = reports.of(job.insurer(), writing.reportId());
        try {
            var written = write(job, steps, report);
            steps.commit("ready", 1, 1, () -> {
                writings.ready(job.insurer(), writing.id(), written, OffsetDateTime.now(clock));
                audit.noteAsSystem(
                        job.insurer(),
                        new Look(
                                Look.Kind.BATCH,
                                "report",
                                0,
                                "report",
                                Look.OWN_WORK,
                                "/reports/frozen",
                                "archive of report %d, %d results, %d guidance"
                                        .formatted(report.id(), written.documents(), written.guidance())));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written write(Job job, Steps steps, Report report) throws IOException {
        var listed = writings.listed(job.insurer(), report.id());
        var name = name(insurer(job.insurer()), report);
        var target = writings.file(job.insurer(), report.id());
        var fresh = target.resolveSibling(report.id() + ".part");
        Files.createDirectories(target.resolveSibling("."));
        var digest = sha256();
        var found = transactions.in(
                job.insurer(), () -> rechecks.until(report.countedAt().orElseThrow()));
        var run = new ArchiveRun(job.insurer(), steps, sources, courses, new ArchiveRun.What(report, found), name);
        if (!listed.isEmpty()) {
            try (var out = new DigestOutputStream(Files.newOutputStream(fresh), digest)) {
                var archive = ArchiveWriter.create(out, name, Exchange.of(ReportRules.value("INTERACTION")), schemas);
                run.write(archive, listed, courses.listed(job.insurer(), report.id()));
                if (run.results() > 0) {
                    archive.close();
                }
            }
        }
        if (run.results() == 0) {
            Files.deleteIfExists(fresh);
            return new Written("", "", 0, 0, 0, run.refused());
        }
        ArchiveProof.of(fresh, name.date(), run.results(), run.guidance());
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var hash = HexFormat.of().formatHex(digest.digest());
        return new Written(name.toString(), hash, Files.size(target), run.results(), run.guidance(), run.refused());
    }

    private Insurer insurer(InsurerId id) {
        return insurers.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ArchiveName name(Insurer insurer, Report report) {
        return new ArchiveName(
                InsurerNumber.of(insurer.number()).orElseThrow().digits(),
                report.receiver(),
                report.archiveDay().orElseThrow(),
                report.archiveNumber(),
                Integer.parseInt(ReportRules.value("SERVICE_KIND")));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
