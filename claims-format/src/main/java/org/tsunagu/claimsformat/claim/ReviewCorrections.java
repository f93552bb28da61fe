package org.tsunagu.claimsformat.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries out the instructions of the review body (補正の適用): adds, replaces or deletes rows of the claim. Care classes
/// and billing units of the claimed rows are resolved before, so that a deleted row still gives its class to the rows
/// below it. Each instruction is independent of the others' order.
final class ReviewCorrections {

    private static final int ADD = 1;
    private static final int REPLACE = 2;
    private static final int DELETE = 3;

    private final FileContext file;
    private final String claim;
    private final List<Place> places = new ArrayList<>();
    private final Map<Long, Place> byNumber = new HashMap<>();
    private final Map<Long, Entry> corrected = new HashMap<>();
    private final List<AppliedCorrection> applied = new ArrayList<>();

    ReviewCorrections(FileContext file, String claim, List<Entry> claimed, List<Entry> newRows) {
        this.file = file;
        this.claim = claim;
        for (var entry : claimed) {
            var place = new Place(entry);
            places.add(place);
            byNumber.putIfAbsent(key(entry.row().line(), entry.row().branch()), place);
        }
        for (var entry : newRows) {
            corrected.putIfAbsent(key(entry.row().line(), entry.row().branch()), entry);
        }
    }

    private static long key(long line, long branch) {
        return (line << Integer.SIZE) | branch;
    }

    /// Carries out the instructions in the order of the file; what cannot be carried out is reported and left out.
    void apply(List<Entry> instructions) {
        for (var instruction : instructions) {
            var kind = (int) instruction.row().number(instruction.column("correction"), 0);
            var done = switch (kind) {
                case ADD -> add(instruction);
                case REPLACE -> replace(instruction);
                case DELETE -> delete(instruction);
                default -> {
                    report(
                            "CLM-JY-KIND",
                            instruction,
                            "actual",
                            Shown.code(instruction.row().text(instruction.column("correction"))));
                    yield "";
                }
            };
            if (!done.isEmpty()) {
                var row = instruction.row();
                applied.add(new AppliedCorrection(
                        kind,
                        done,
                        row.text(instruction.column("items")),
                        row.text(instruction.column("reason")),
                        row.fileLine()));
            }
        }
    }

    private String add(Entry instruction) {
        var newRow = newRow(instruction);
        if (newRow == null) {
            return "";
        }
        var row = instruction.row();
        if (row.number(instruction.column("target_line"), 0) == 0) {
            addToRecordType(newRow);
            return newRow.record();
        }
        var target = byNumber.get(target(instruction));
        if (target == null) {
            reportTarget(instruction);
            return "";
        }
        newRow.standFor(target.claimed);
        target.added.add(newRow);
        return newRow.record();
    }

    /// At the end of its record type; when the claim has none of it, at the end of the claim.
    private void addToRecordType(Entry newRow) {
        var target = places.getLast();
        for (var place : places) {
            target = place.claimed.code() == newRow.code() ? place : target;
        }
        newRow.standFor(target.claimed);
        target.added.add(newRow);
    }

    private String replace(Entry instruction) {
        var newRow = newRow(instruction);
        if (newRow == null) {
            return "";
        }
        var target = byNumber.get(target(instruction));
        if (target == null || target.current == null) {
            reportTarget(instruction);
            return "";
        }
        newRow.standFor(target.claimed);
        target.current = newRow;
        return target.claimed.record();
    }

    private String delete(Entry instruction) {
        var target = byNumber.get(target(instruction));
        if (target == null || target.current == null) {
            reportTarget(instruction);
            return "";
        }
        target.current = null;
        return target.claimed.record();
    }

    private static long target(Entry instruction) {
        var row = instruction.row();
        return key(
                row.number(instruction.column("target_line"), 0), row.number(instruction.column("target_branch"), 0));
    }

    private @Nullable Entry newRow(Entry instruction) {
        var row = instruction.row();
        var line = row.number(instruction.column("new_line"), 0);
        var branch = row.number(instruction.column("new_branch"), 0);
        var found = corrected.get(key(line, branch));
        if (found == null) {
            report("CLM-JY-NEW-MISSING", instruction, "target", line + "-" + branch);
        }
        return found;
    }

    private void reportTarget(Entry instruction) {
        var row = instruction.row();
        var target = row.number(instruction.column("target_line"), 0) + "-"
                + row.number(instruction.column("target_branch"), 0);
        report("CLM-JY-TARGET-MISSING", instruction, "target", target);
    }

    private void report(String check, Entry instruction, String... arguments) {
        file.report(check, instruction.row().fileLine(), claim, arguments);
    }

    /// The rows of the claim as decided, in order.
    List<Entry> decided() {
        var decided = new ArrayList<Entry>();
        for (var place : places) {
            if (place.current != null) {
                decided.add(place.current);
            }
            decided.addAll(place.added);
        }
        return decided;
    }

    List<AppliedCorrection> applied() {
        return applied;
    }

    /// Where a claimed row stands, and what stands there now.
    private static final class Place {
        final Entry claimed;
        final List<Entry> added = new ArrayList<>(0);

        @Nullable
        Entry current;

        Place(Entry claimed) {
            this.claimed = claimed;
            this.current = claimed;
        }
    }
}
