package org.tsunagu.claimsformat.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.claimsformat.record.FileRow;
import org.tsunagu.claimsformat.record.RecordLayout;
import org.tsunagu.claimsformat.record.RecordLayout.Slot;

/// Makes the lines of a claim from its rows (明細行の組立て). A row of a dispensing claim gives one line a fee.
final class LineBuilder {

    private static final int CODE_BITS = 13;
    private static final int CACHED_CODES = 1 << CODE_BITS;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int CODE_LENGTH = 9;

    private final FileContext file;
    private final String claim;
    private final Codes codes;
    private final Map<Integer, Integer> dispensed = new HashMap<>();
    private int sequence;

    LineBuilder(FileContext file, String claim, Codes codes) {
        this.file = file;
        this.claim = claim;
        this.codes = codes;
    }

    /// The lines of rows; a row that was built before gives the same lines again.
    List<Line> build(List<Entry> entries) {
        sumDispensed(entries);
        var lines = new ArrayList<Line>(entries.size());
        for (var entry : entries) {
            switch (entry.role()) {
                case LINE, DISPENSING, INCLUDED, SUPPLY -> {
                    if (!entry.isBuilt()) {
                        entry.built(build(entry));
                    }
                    lines.addAll(entry.lines());
                }
                default -> {}
            }
        }
        return lines;
    }

    /// Several records of one prescription say that it was handed out several times: their quantities are added.
    private void sumDispensed(List<Entry> entries) {
        dispensed.clear();
        for (var entry : entries) {
            if (entry.role() == RecordRole.DISPENSING) {
                var quantity = (int) entry.row().number(entry.columns().quantity(), 0);
                dispensed.merge(entry.unit(), quantity, Integer::sum);
            }
        }
    }

    private List<Line> build(Entry entry) {
        var layout = entry.known().layout();
        var slots = layout.slots();
        if (entry.role() == RecordRole.SUPPLY || entry.role() == RecordRole.INCLUDED || slots.isEmpty()) {
            return List.of(withoutPoints(entry));
        }
        if (slots.size() == 1) {
            return List.of(line(entry, slots.getFirst(), layout));
        }
        var lines = new ArrayList<Line>();
        for (var slot : slots) {
            if (!entry.row().isBlank(slot.points())) {
                lines.add(line(entry, slot, layout));
            }
        }
        return lines;
    }

    private Line withoutPoints(Entry entry) {
        var row = entry.row();
        var times = entry.role() == RecordRole.SUPPLY
                ? dispensed.getOrDefault(entry.unit(), 0)
                : (int) row.number(entry.columns().times(), 1);
        return new Line(
                ++sequence,
                entry.record(),
                entry.careClass(),
                code(row, entry.columns().code()).text(),
                quantity(entry),
                0,
                times,
                mask(entry, entry.columns().payer()),
                Line.Counting.NOT_COUNTED,
                entry.unit(),
                date(entry),
                row.fileLine());
    }

    private Line line(Entry entry, Slot slot, RecordLayout layout) {
        var row = entry.row();
        var code = code(row, slot.code());
        var isAlone = layout.slots().size() == 1;
        return new Line(
                ++sequence,
                entry.record(),
                entry.careClass(),
                code.text(),
                isAlone ? quantity(entry) : Optional.empty(),
                number(entry, slot.points(), 0),
                (int) number(entry, slot.times(), 1),
                mask(entry, slot.payer()),
                entry.isDonor() ? Line.Counting.NOT_COUNTED : counting(entry, code),
                entry.unit(),
                date(entry),
                row.fileLine());
    }

    private static Line.Counting counting(Entry entry, Code code) {
        var byClass = AmountRules.counting(entry.careClass());
        return byClass == Line.Counting.ADDED && code.isDeducted() ? Line.Counting.DEDUCTED : byClass;
    }

    private static Optional<BigDecimal> quantity(Entry entry) {
        return entry.row().decimal(entry.columns().quantity());
    }

    private Optional<LocalDate> date(Entry entry) {
        var column = entry.columns().date();
        return column < 0 ? Optional.empty() : file.dates().day(entry.row(), column);
    }

    private long number(Entry entry, int column, long otherwise) {
        var row = entry.row();
        var number = row.number(column);
        if (number != FileRow.NOT_A_NUMBER) {
            return Math.clamp(number, -Amount.LARGEST, Amount.LARGEST);
        }
        if (!row.isBlank(column)) {
            Amount.report(file, claim, entry, column);
        }
        return otherwise;
    }

    /// A fee that names no payers is everybody's: those of a prescription's drugs stand elsewhere.
    private PayerMask mask(Entry entry, int column) {
        var row = entry.row();
        if (column < 0) {
            return PayerMask.EVERYBODY;
        }
        var mask = row.length(column) == 1 ? PayerMask.ofByte(row.byteAt(column, 0)) : PayerMask.NONE;
        if (mask.bits() == 0 && entry.role() != RecordRole.INCLUDED) {
            file.report(
                    "CLM-PAYER-MASK",
                    row.fileLine(),
                    claim,
                    "record",
                    entry.record(),
                    "actual",
                    Shown.code(row.text(column)));
            return PayerMask.EVERYBODY;
        }
        return mask;
    }

    private Code code(FileRow row, int column) {
        var number = row.length(column) == CODE_LENGTH ? row.number(column) : -1;
        return number < 0 ? Code.of(row.text(column)) : codes.of(number, row, column);
    }

    /// A code, and whether it is a deduction (コード).
    record Code(String text, boolean isDeducted) {
        static Code of(String text) {
            return new Code(text, AmountRules.isDeducted(text));
        }
    }

    /// The texts of codes that were met lately (コードの使い回し): most lines of a file have one of a few thousand codes.
    static final class Codes {

        private final long[] numbers = new long[CACHED_CODES];
        private final Code[] known = new Code[CACHED_CODES];

        Code of(long number, FileRow row, int column) {
            var slot = (int) ((number * SPREAD) >>> (Long.SIZE - CODE_BITS));
            var before = known[slot];
            if (before != null && numbers[slot] == number) {
                return before;
            }
            var code = Code.of(row.text(column));
            numbers[slot] = number;
            known[slot] = code;
            return code;
        }
    }
}
