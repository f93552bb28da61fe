package org.tsunagu.app.exchange.upload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.tsunagu.app.exchange.upload.FileRow.Conflict;
import org.tsunagu.app.exchange.upload.FileRow.Difference;
import org.tsunagu.app.exchange.upload.FileRow.Status;
import org.tsunagu.app.exchange.upload.UploadStore.Delivered;
import org.tsunagu.app.exchange.upload.UploadStore.Examined;

/// Two results of one checkup of a person (同じ健診の結果の食い違い), in one file or in two.
final class Conflicts {

    private final long upload;
    private final Map<Examined, Delivered> before;
    private final Map<Examined, Delivered> others;
    private final Map<String, Boolean> choices;
    private final Map<Examined, FileRow> met = new HashMap<>();
    private final List<FileRow> judged = new ArrayList<>();

    /// @param before what the employer has handed over, from any file
    /// @param others what other employers have handed over; none of it is shown
    /// @param choices by entry: whether the row of this file was chosen
    Conflicts(
            long upload,
            Map<Examined, Delivered> before,
            Map<Examined, Delivered> others,
            Map<String, Boolean> choices) {
        this.upload = upload;
        this.before = before;
        this.others = others;
        this.choices = choices;
    }

    List<FileRow> of(List<FileRow> rows) {
        rows.forEach(row -> judged.add(row.status() == Status.READY ? judge(row) : row));
        return List.copyOf(judged);
    }

    private FileRow judge(FileRow row) {
        var checkup = new Examined(row.memberId(), row.examDate().orElseThrow());
        var delivered = before.get(checkup);
        if (delivered != null
                && delivered.uploadId() == upload
                && delivered.entry().equals(row.entry())) {
            met.put(checkup, row);
            return row.as(Status.SENT);
        }
        var other = others.get(checkup);
        if (other != null) {
            return row.as(differences(row.results(), other.results()).isEmpty() ? Status.SAME : Status.AT_INSURER);
        }
        var earlier = met.get(checkup);
        if (earlier != null) {
            return against(row, checkup, earlier.entry(), earlier.results());
        }
        if (delivered != null) {
            return against(row, checkup, delivered.name(), delivered.results());
        }
        met.put(checkup, row);
        return row;
    }

    private FileRow against(FileRow row, Examined checkup, String other, Map<String, String> results) {
        var differences = differences(row.results(), results);
        if (differences.isEmpty()) {
            return row.as(Status.SAME);
        }
        var choice = choices.get(row.entry());
        if (choice == null) {
            return row.in(new Conflict(other, differences));
        }
        if (choice) {
            var earlier =
                    Optional.ofNullable(met.get(checkup)).map(FileRow::entry).orElse("");
            judged.replaceAll(
                    one -> one.status() == Status.READY && one.entry().equals(earlier) ? one.as(Status.LEFT_OUT) : one);
            met.put(checkup, row);
            return row;
        }
        return row.as(Status.LEFT_OUT);
    }

    private static List<Difference> differences(Map<String, String> here, Map<String, String> there) {
        var items = new TreeSet<>(here.keySet());
        items.addAll(there.keySet());
        return items.stream()
                .filter(item -> !Objects.equals(here.get(item), there.get(item)))
                .map(item -> new Difference(item, here.getOrDefault(item, ""), there.getOrDefault(item, "")))
                .toList();
    }
}
