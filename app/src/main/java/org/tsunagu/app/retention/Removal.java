package org.tsunagu.app.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.files.Originals;

/// Takes files away in which nobody is kept any more (ファイルの削除): as received, or made here. Done twice it does the same.
@Component
class Removal {

    /// A folder of what is made, the insurer, the file.
    private static final Pattern MADE = Pattern.compile("[a-z]+/([0-9]+)/[0-9]+\\.[a-z]+");

    private final Originals originals;
    private final Path data;

    Removal(Originals originals, @Value("${tsunagu.data}") Path data) {
        this.originals = originals;
        this.data = data;
    }

    /// @param name hash of an original, or path in the folder of data
    void remove(InsurerId insurer, String name) {
        var made = MADE.matcher(name);
        if (!made.matches()) {
            originals.remove(insurer, name);
            return;
        }
        if (!made.group(1).equals(Integer.toString(insurer.value()))) {
            throw new IllegalArgumentException("a file of another insurer");
        }
        try {
            Files.deleteIfExists(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
