package org.tsunagu.cli.masters;

import java.nio.file.Path;
import java.util.Optional;

/// Where loaded masters lie when a call does not say (マスターの保存先): `data/masters` of the
/// installation.
public final class MastersFolder {

    private MastersFolder() {}

    /// The folder of a call.
    public static Path of(Optional<Path> asked) {
        return asked.orElseGet(() -> Path.of(System.getProperty("tsunagu.home", ""), "data", "masters"));
    }
}
