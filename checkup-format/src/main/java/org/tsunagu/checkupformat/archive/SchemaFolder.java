package org.tsunagu.checkupformat.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The user's copy of the current official schema set (スキーマ一式), which goes into the `XSD` folder of an archive.
record SchemaFolder(Path folder) {

    private static final List<String> FILES = List.of(
            "cc08_V08.xsd",
            "co08_V08.xsd",
            "coreschemas/datatypes-base_hcgv08.xsd",
            "coreschemas/datatypes_hcgv08.xsd",
            "coreschemas/narrativeBlock_hcgv08.xsd",
            "coreschemas/voc_hcgv08.xsd",
            "gc08_V08.xsd",
            "hc08_V08.xsd",
            "hg08_V08.xsd",
            "ix08_V08.xsd",
            "su08_V08.xsd");
    private static final String CURRENT =
            "targetNamespace=\"https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html\"";

    /// Looks in the folder and in those directly below; the set is known by its namespace, not by the folder's name.
    ///
    /// @throws IllegalArgumentException if the current set is not there or not complete
    static SchemaFolder find(Path configured) throws IOException {
        var folders = new ArrayList<Path>(List.of(configured));
        if (Files.isDirectory(configured)) {
            try (Stream<Path> below = Files.list(configured)) {
                below.filter(Files::isDirectory).sorted().forEach(folders::add);
            }
        }
        for (var folder : folders) {
            if (isCurrent(folder.resolve("ix08_V08.xsd"))) {
                return new SchemaFolder(folder).complete();
            }
        }
        throw new IllegalArgumentException("no current official schema set in the schema folder");
    }

    private static boolean isCurrent(Path index) throws IOException {
        return Files.isRegularFile(index)
                && Files.readString(index, StandardCharsets.UTF_8).contains(CURRENT);
    }

    private SchemaFolder complete() {
        for (var file : FILES) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new IllegalArgumentException("the schema folder lacks %s".formatted(file));
            }
        }
        return this;
    }

    /// Names of the files, as in the `XSD` folder.
    List<String> files() {
        return FILES;
    }

    byte[] read(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }
}
