package org.tsunagu.app.claims;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tsunagu.claimsformat.master.Edition;
import org.tsunagu.claimsformat.master.MasterLoader;
import org.tsunagu.claimsformat.master.MasterStore;
import org.tsunagu.claimsformat.master.Masters;

/// The masters of this installation (基本マスター): what `./tsunagu masters load` has put into their
/// folder.
@Component
public class LoadedMasters {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedMasters.class);

    private final Path folder;

    LoadedMasters(@Value("${tsunagu.masters:${tsunagu.data}/masters}") Path folder) {
        this.folder = folder;
    }

    private MasterStore store() {
        return MasterStore.open(folder, problem -> LOG.warn("a master cannot be used: {}", problem.code()));
    }

    /// The editions there are, by kind and date.
    public List<Edition> editions() {
        return store().editions();
    }

    /// Takes official files in, as `./tsunagu masters load` does.
    public void load(Path official) {
        MasterLoader.load(official, store(), problem -> LOG.warn("a master cannot be used: {}", problem.code()));
    }

    /// The masters as they are now; for one thread.
    Masters open() {
        return Masters.of(store());
    }

    /// Changes whenever an edition comes or changes.
    String signature() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var edition : editions()) {
                digest.update((edition.kind() + " " + edition.date() + " " + edition.hashes() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
