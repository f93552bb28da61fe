package org.tsunagu.app.exchange.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// Writes the archive of a hand-over (引継ぎファイルの作成) and reads it again. One file is written in one go:
/// after a
/// restart it begins again, and everybody is decided about anew.
@Component
class HandoverJob implements JobHandler {

    private final Handovers handovers;
    private final Sources sources;
    private final Disclosures disclosures;
    private final Originals originals;
    private final Insurers insurers;
    private final TenantTransactions transactions;
    private final Path folder;
    private final Optional<Path> schemas;

    HandoverJob(
            Handovers handovers,
            Sources sources,
            Disclosures disclosures,
            Originals originals,
            Insurers insurers,
            TenantTransactions transactions,
            @Value("${tsunagu.data}") Path data,
            @Value("${tsunagu.schemas:}") String schemas) {
        this.handovers = handovers;
        this.sources = sources;
        this.disclosures = disclosures;
        this.originals = originals;
        this.insurers = insurers;
        this.transactions = transactions;
        this.folder = data.resolve("handover");
        this.schemas = Optional.of(schemas).filter(name -> !name.isEmpty()).map(Path::of);
    }

    @Override
    public String kind() {
        return Handovers.JOB;
    }

    @Override
    public void work(Job job, Steps steps) {
        var handover = handovers.of(job.insurer(), Long.parseLong(job.subject().replaceFirst("/.*", "")));
        if (handover.state() != Handover.State.WAITING) {
            return;
        }
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile(folder, "handover", ".part");
            try {
                var written = write(job, steps, handover, file);
                var original = written == 0 ? "" : keep(job.insurer(), handover, file, written);
                steps.commit(
                        "ended", written, written, () -> handovers.produced(job.insurer(), handover.id(), original));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int write(Job job, Steps steps, Handover handover, Path file) throws IOException {
        var insurer = insurer(job.insurer());
        var lastRepair = transactions.in(job.insurer(), sources::lastRepair);
        try (var out = Files.newOutputStream(file)) {
            var archive = ArchiveWriter.create(
                    out,
                    Handovers.name(handover, insurer.number()),
                    Exchange.of(handover.kind().row().text("interaction")),
                    schemas);
            var writing = new HandoverWriting(
                    job.insurer(),
                    disclosures,
                    HandoverTransfers.of(handover, insurer),
                    form(handover),
                    archive,
                    done -> steps.commit("documents", done, handover.documents(), () -> {}));
            for (var delivery : handovers.deliveries(job.insurer(), handover.id())) {
                var done = writing.delivery(sources, lastRepair, handovers.of(job.insurer(), handover.id(), delivery));
                handovers.done(job.insurer(), handover.id(), done);
            }
            // An archive without documents cannot be closed: the format knows no such thing.
            if (writing.written() > 0) {
                archive.close();
            }
            return writing.written();
        }
    }

    private static Function<CheckupDocument, CheckupDocument> form(Handover handover) {
        return handover.kind() == HandoverKind.VIEW_DELETE ? ViewForm::deleting : document -> document;
    }

    private String keep(InsurerId insurer, Handover handover, Path file, int written) throws IOException {
        HandoverProof.of(file, written);
        try (var in = Files.newInputStream(file)) {
            var name = Handovers.name(handover, insurer(insurer).number()) + ".zip";
            return originals.keep(insurer, in, name, Handovers.JOB, "system").hash();
        }
    }

    private Insurer insurer(InsurerId id) {
        return insurers.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
