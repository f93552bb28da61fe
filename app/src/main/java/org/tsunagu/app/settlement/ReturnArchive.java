package org.tsunagu.app.settlement;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.checkupformat.document.Adjudication;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.codes.time.Dates;

/// Writes claims that go back to the payment agency as an archive (過誤返戻ファイルの書き出し), from the originals,
/// with the reason of the insurer.
@org.springframework.stereotype.Component
class ReturnArchive {

    private final Deliveries deliveries;
    private final Originals originals;

    ReturnArchive(Deliveries deliveries, Originals originals) {
        this.deliveries = deliveries;
        this.originals = originals;
    }

    /// Writes those of some claims that can be written, each with its result.
    ///
    /// @return them
    List<FacilityClaim> write(ReturnFile file, List<FacilityClaim> some, OutputStream out) {
        var written = new ArrayList<FacilityClaim>();
        if (some.isEmpty()) {
            return written;
        }
        var insurer = Actors.current().insurer();
        try {
            var archive = ArchiveWriter.create(
                    out, file.name(insurer.number()), Exchange.of(file.interaction()), Optional.empty());
            var byDelivery = some.stream()
                    .collect(Collectors.groupingBy(
                            FacilityClaim::deliveryId, java.util.TreeMap::new, Collectors.toList()));
            byDelivery.forEach((delivery, its) -> {
                var original = deliveries.find(delivery).orElseThrow().original();
                var entries = new ReturnedEntries(originals.path(insurer.id(), original), its);
                its.stream()
                        .filter(claim -> write(archive, file, claim, entries))
                        .forEach(written::add);
            });
            // An archive without documents cannot be closed: the format knows no such thing.
            if (!written.isEmpty()) {
                archive.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    private static boolean write(ArchiveWriter archive, ReturnFile file, FacilityClaim claim, ReturnedEntries entries) {
        var result = entries.result(claim);
        var read = entries.claim(claim);
        if (result.isEmpty() || read.isEmpty()) {
            return false;
        }
        try {
            var returned = returned(read.get(), file, claim.reason());
            // Before its result is in the archive, or one that cannot be written would leave it there.
            new org.tsunagu.checkupformat.cda.ClaimWriter().write(returned, OutputStream.nullOutputStream());
            var document = claim.service() == Service.CHECKUP
                    ? archive.addWritten(claim.facility(), result.get())
                    : archive.addWrittenGuidance(claim.facility(), result.get());
            archive.addClaim(document, returned);
            return true;
        } catch (IllegalArgumentException notValid) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Claim returned(Claim claim, ReturnFile file, String reason) {
        var why = new Adjudication(
                Field.of(file.interaction()),
                Field.of(Dates.compact(file.day())),
                Field.of(reason),
                ReturnReason.ofInsurer(reason)
                        .map(one -> Field.of(one.japanese()))
                        .orElse(Field.ABSENT));
        return switch (claim) {
            case CheckupClaim checkup -> checkup.returnedByInsurer(why);
            case GuidanceClaim guidance -> guidance.returnedByInsurer(why);
        };
    }
}
