package org.tsunagu.cli.report;

import java.util.Optional;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;

/// The facility a document came from (健診機関).
///
/// @param number ten digits as written; empty when unknown
/// @param name empty when unknown
record Institution(String number, String name) {

    static final Institution UNKNOWN = new Institution("", "");

    /// The facility that did the checkup, else the one that made the file.
    static Institution of(Optional<Header> header) {
        return header.map(found -> found.performer().number().isEmpty() ? found.author() : found.performer())
                .map(Institution::of)
                .orElse(UNKNOWN);
    }

    private static Institution of(Organization organization) {
        return new Institution(
                Clipped.name(organization.number().text()),
                Clipped.name(organization.name().text()));
    }
}
