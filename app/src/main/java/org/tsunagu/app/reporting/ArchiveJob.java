package org.tsunagu.app.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.reporting.Writings.Listed;
import org.tsunagu.app.reporting.Writings.NotWritten;
import org.tsunagu.app.reporting.Writings.Written;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.insurer.InsurerNumber;

/// Writes the archive of a frozen report (送付用ファイルの作成), document by document from the originals; neither they nor the
/// file are held in memory. One file is written in one go: after a restart it begins again, with the same bytes.
@Component
class ArchiveJob implements JobHandler {

    private final Reports reports;
    private final Writings writings;
    private final Sources sources;
    private final Insurers insurers;
    private final Audit audit;
    private final Clock clock;
    private final Optional<Path> schemas;

    ArchiveJob(
            Reports reports,
            Writings writings,
            Sources sources,
            Insurers insurers,
            Audit audit,
            Clock clock,
            @Value("${tsunagu.schemas:}") String schemas) {
        this.reports = reports;
        this.writings = writings;
        this.sources = sources;
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
                                "archive of report %d, %d documents".formatted(report.id(), written.documents())));
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
        var run = new Run(job, steps, report, name, listed);
        if (!listed.isEmpty()) {
            try (var out = new DigestOutputStream(Files.newOutputStream(fresh), digest)) {
                run.write(out);
            }
        }
        if (run.documents == 0) {
            Files.deleteIfExists(fresh);
            return new Written("", "", 0, 0, run.refused);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var hash = HexFormat.of().formatHex(digest.digest());
        return new Written(name.toString(), hash, Files.size(target), run.documents, run.refused);
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

    /// One writing from beginning to end.
    private final class Run {
        private static final int DOCUMENTS_A_STEP = 1000;

        private final Job job;
        private final Steps steps;
        private final Report report;
        private final ArchiveName name;
        private final Map<Long, List<Listed>> byDelivery;
        private final ReportDocuments documentsOfReport;
        private final int total;
        private final List<NotWritten> refused = new ArrayList<>();
        private int documents;

        Run(Job job, Steps steps, Report report, ArchiveName name, List<Listed> listed) {
            this.job = job;
            this.steps = steps;
            this.report = report;
            this.name = name;
            this.total = listed.size();
            this.byDelivery = listed.stream()
                    .collect(Collectors.groupingBy(Listed::deliveryId, LinkedHashMap::new, Collectors.toList()));
            this.documentsOfReport = new ReportDocuments(name.date(), name.sender());
        }

        void write(OutputStream out) throws IOException {
            var archive = ArchiveWriter.create(out, name, Exchange.of(ReportRules.value("INTERACTION")), schemas);
            byDelivery.forEach((delivery, listed) -> delivery(archive, delivery, listed));
            if (documents > 0) {
                archive.close();
            }
        }

        private void delivery(ArchiveWriter archive, long delivery, List<Listed> listed) {
            var missing = new LinkedHashMap<String, Listed>();
            listed.forEach(one -> missing.put(one.entry(), one));
            sources.each(
                    job.insurer(),
                    delivery,
                    List.copyOf(missing.keySet()),
                    report.repairsUntil(),
                    (entry, document) ->
                            Optional.ofNullable(missing.remove(entry)).ifPresent(one -> add(archive, one, document)));
            missing.values().forEach(one -> refused.add(refusal(one, "ORIGINAL")));
        }

        private void add(ArchiveWriter archive, Listed one, CheckupDocument document) {
            try {
                archive.add(documentsOfReport.of(document));
                documents++;
            } catch (IllegalArgumentException notValid) {
                refused.add(refusal(one, String.valueOf(notValid.getMessage())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var done = documents + refused.size();
            if (done % DOCUMENTS_A_STEP == 0) {
                steps.commit("documents", done, total, () -> {});
            }
        }

        private static NotWritten refusal(Listed one, String problem) {
            return new NotWritten(one.memberId(), one.documentId(), problem);
        }
    }
}
