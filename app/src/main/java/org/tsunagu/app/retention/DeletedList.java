package org.tsunagu.app.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.keeping.KeptRecords.Kept;
import org.tsunagu.app.retention.DeletionStore.Item;

/// What was deleted, outside the database (削除済み一覧): a backup from before a deletion brings the
/// records back, and this list says which have to go again. Numbers and days only.
@Component
class DeletedList {

    private static final String BETWEEN = "\t";
    private static final int COLUMNS = 4;

    private final Path folder;

    DeletedList(@Value("${tsunagu.data}") Path data) {
        this.folder = data.resolve("deletions");
    }

    /// A line of the list.
    record Line(String kind, Kept record) {}

    /// Adds records, before they are deleted.
    void add(InsurerId insurer, List<Item> items) {
        var lines = items.stream()
                .map(item -> String.join(
                        BETWEEN,
                        item.kind(),
                        Long.toString(item.record().id()),
                        Long.toString(item.record().memberId()),
                        item.record().made().toString()))
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file(insurer),
                    lines,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(InsurerId insurer) {
        return folder.resolve(insurer.value() + ".tsv");
    }

    /// All lines; a last one that was cut off is none.
    List<Line> lines(InsurerId insurer) {
        if (!Files.exists(file(insurer))) {
            return List.of();
        }
        try {
            return Files.readString(file(insurer), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(BETWEEN, -1)))
                    .filter(cells -> cells.size() == COLUMNS && cells.getLast().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                    .map(cells -> new Line(
                            cells.getFirst(),
                            new Kept(
                                    Long.parseLong(cells.get(1)),
                                    Long.parseLong(cells.get(2)),
                                    LocalDate.parse(cells.getLast()))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
