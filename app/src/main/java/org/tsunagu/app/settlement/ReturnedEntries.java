package org.tsunagu.app.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.ArchiveLimits;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// The files of claims as they were received, read from the original again (返戻する原本の読み出し).
final class ReturnedEntries {

    private final Map<String, byte[]> bytes = new HashMap<>();

    /// Reads the files of some claims out of one archive.
    ReturnedEntries(Path original, List<FacilityClaim> claims) {
        var wanted = new HashSet<String>();
        claims.forEach(claim -> wanted.addAll(List.of(claim.entry(), claim.resultEntry())));
        try (var archive = ArchiveReader.open(original, "", ArchiveLimits.standard(), silent())
                .orElseThrow(() -> new IllegalStateException("the original cannot be opened again"))) {
            archive.forEach(entry -> {
                if (wanted.contains(entry.name())) {
                    archive.read(entry, silent()).ifPresent(read -> bytes.put(entry.name(), read));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reporter silent() {
        return new Reporter(CheckupCatalogue.shipped(), problem -> {});
    }

    Optional<byte[]> result(FacilityClaim claim) {
        return Optional.ofNullable(bytes.get(claim.resultEntry()));
    }

    Optional<Claim> claim(FacilityClaim claim) {
        return Optional.ofNullable(bytes.get(claim.entry()))
                .flatMap(read -> new DocumentReader(Items.shipped(), XmlLimits.standard())
                        .read(read, Place.of("", claim.entry()), silent()))
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast);
    }
}
