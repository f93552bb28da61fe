package org.tsunagu.synthetic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.checkupformat.cda.CheckupWriter;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.checkups.Checkups;
import org.tsunagu.synthetic.checkups.Documents;
import org.tsunagu.synthetic.defects.Defect;
import org.tsunagu.synthetic.defects.Planted;
import org.tsunagu.synthetic.defects.Planting;
import org.tsunagu.synthetic.people.Visit;
import org.tsunagu.synthetic.realism.Realism;

/// Writes the archives of the institutions (健診機関のアーカイブ). Archives are made side by side; each depends only on its
/// own checkups, and results are added up in the order of the archives.
final class Archives {
    private static final String FACILITY_TO_INSURER = "6";
    private static final long ONE_PAIR_IN = 8;

    private final Options options;
    private final Checkups checkups;
    private final Documents documents;
    private final Planting planting;
    private final java.util.function.Supplier<Realism> comparison;

    Archives(
            Options options,
            Checkups checkups,
            Documents documents,
            Planting planting,
            java.util.function.Supplier<Realism> comparison) {
        this.options = options;
        this.checkups = checkups;
        this.documents = documents;
        this.planting = planting;
        this.comparison = comparison;
    }

    /// What one archive contributes (一アーカイブの結果).
    record Result(long documents, List<Planted> planted, Realism realism) {}

    List<Result> write(Shipments shipments, Progress progress) throws IOException {
        var total = shipments.all().stream().mapToLong(s -> s.visits().size()).sum();
        var done = new AtomicLong();
        try {
            return shipments.all().parallelStream()
                    .map(shipment -> {
                        var result = write(shipment);
                        progress.at("archives", done.addAndGet(shipment.visits().size()), total);
                        return result;
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private Result write(Shipments.Shipment shipment) {
        var name = shipment.name(options.insurer());
        var defect = planting.archive(name.toString());
        try {
            return defect.isPresent() ? defective(shipment, defect.get()) : sound(shipment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result sound(Shipments.Shipment shipment) throws IOException {
        var results = new ArrayList<Result>();
        Finished.write(file(shipment.name(options.insurer()) + ".zip"), out -> results.add(fill(shipment, out, true)));
        return results.getFirst();
    }

    /// Every document of a defective archive is sound, so that what is found there is the archive's.
    private Result defective(Shipments.Shipment shipment, Defect defect) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var result = fill(shipment, bytes, false);
        var archived = planting.apply(defect, shipment.name(options.insurer()) + ".zip", bytes.toByteArray());
        Finished.write(file(archived.name()), out -> out.write(archived.bytes()));
        return new Result(result.documents, List.of(new Planted(archived.name(), "", "", defect)), result.realism);
    }

    private Path file(String name) {
        return options.out().resolve("archives").resolve(name);
    }

    private Result fill(Shipments.Shipment shipment, OutputStream out, boolean plant) throws IOException {
        var name = shipment.name(options.insurer());
        var planted = new ArrayList<Planted>();
        var realism = comparison.get();
        try (var archive = ArchiveWriter.create(out, name, Exchange.of(FACILITY_TO_INSURER), options.schemas())) {
            for (var visit : shipment.visits()) {
                var made = documents.make(visit, shipment.sent());
                compare(realism, made);
                if (plant && planting.isTurn(visit.member().id(), visit.date())) {
                    planted.add(send(archive, visit, made, name + ".zip"));
                } else {
                    archive.add(made.document());
                }
            }
        }
        return new Result(shipment.visits().size(), planted, realism);
    }

    /// Sends a document with a defect.
    private Planted send(ArchiveWriter archive, Visit visit, Documents.Made made, String fileName) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new CheckupWriter(Items.shipped()).write(made.document(), bytes);
        var sent = planting.document(bytes.toByteArray(), visit.member().id(), visit.date());
        var facility = visit.institution().number().digits();
        var entry = archive.addWritten(facility, sent.bytes());
        if (sent.twice()) {
            entry = archive.addWritten(facility, sent.bytes());
        }
        return new Planted(fileName, entry, sent.item(), sent.defect());
    }

    private void compare(Realism realism, Documents.Made made) {
        var now = made.checkup();
        realism.add(now, made.written().outcome());
        if (now.person() % ONE_PAIR_IN == 0 && now.year().compareTo(new FiscalYear(options.firstYear())) > 0) {
            realism.addPair(checkups.yearBefore(now), now);
        }
    }
}
