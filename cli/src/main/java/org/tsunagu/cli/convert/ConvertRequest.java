package org.tsunagu.cli.convert;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.fhir.checkup.BundleFormat;
import org.tsunagu.fhir.checkup.ProfileChecks;

/// What to convert, and into what (変換の指定).
///
/// @param isToFhir to FHIR documents; else to the official form
/// @param format notation of the bundles
/// @param archive exchange archive to write instead of a plain ZIP
/// @param exchange its kind
/// @param schemas folder of the official schemas, to be put into it
/// @param profiles of a package that bundles are held against
public record ConvertRequest(
        List<Path> paths,
        boolean isToFhir,
        BundleFormat format,
        Optional<ArchiveName> archive,
        Exchange exchange,
        Optional<Path> schemas,
        Optional<ProfileChecks> profiles) {

    /// Defects and losses (不備と移せないもの).
    public static final String FINDINGS = "findings.csv";

    /// The file with the converted documents.
    public String result() {
        return isToFhir ? "bundles.zip" : archive.map(name -> name + ".zip").orElse("documents.zip");
    }
}
