package org.tsunagu.synthetic.defects;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The entries of a small archive in order (アーカイブの中身), to be changed and written again.
final class Zip {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private LocalDateTime time = LocalDateTime.MIN;

    static Zip read(byte[] bytes) throws IOException {
        var zip = new Zip();
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.entries.put(entry.getName(), in.readAllBytes());
                zip.time = entry.getTimeLocal();
            }
        }
        return zip;
    }

    /// The root folder, without a slash.
    String root() {
        var first = entries.keySet().iterator().next();
        return first.substring(0, first.indexOf('/'));
    }

    void put(String name, byte[] content) {
        entries.put(name, content);
    }

    void remove(String name) {
        entries.remove(name);
    }

    byte[] get(String name) {
        return entries.getOrDefault(name, new byte[0]);
    }

    String firstDocument() {
        return entries.keySet().stream()
                .filter(name -> name.contains("/DATA/"))
                .findFirst()
                .orElseThrow();
    }

    /// Changes the index as text.
    void index(UnaryOperator<String> edit) {
        var name = root() + "/ix08_V08.xml";
        var text = new String(get(name), StandardCharsets.UTF_8);
        var changed = edit.apply(text);
        if (changed.equals(text)) {
            throw new IllegalStateException("the index has nothing to change");
        }
        put(name, changed.getBytes(StandardCharsets.UTF_8));
    }

    /// Renames all entries.
    void rename(UnaryOperator<String> edit) {
        var renamed = new LinkedHashMap<String, byte[]>();
        entries.forEach((name, content) -> renamed.put(edit.apply(name), content));
        entries.clear();
        entries.putAll(renamed);
    }

    byte[] write() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var entry : entries.entrySet()) {
                var zipEntry = new ZipEntry(entry.getKey());
                zipEntry.setTimeLocal(time);
                out.putNextEntry(zipEntry);
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
