package org.tsunagu.app.membership;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.codes.insurer.InsurerNumber;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.linkage.normal.DateForms;
import org.tsunagu.linkage.normal.Names;

/// Reads the lines of one register (資格台帳の読み取り): a good line becomes a [RegisterLine], a bad one says why.
final class LineReader {

    private static final int LONGEST = 200;
    private static final int SHOWN = 40;
    private static final Map<String, Sex> SEXES = Map.of(
            "1",
            Sex.MALE,
            "男",
            Sex.MALE,
            "男性",
            Sex.MALE,
            "M",
            Sex.MALE,
            "2",
            Sex.FEMALE,
            "女",
            Sex.FEMALE,
            "女性",
            Sex.FEMALE,
            "F",
            Sex.FEMALE);

    private static final Set<RegisterField> KEY = Set.of(RegisterField.REGISTER_KEY);
    /// What stands for the key where the register has none.
    private static final Set<RegisterField> NUMBER_AND_NAME = Set.of(
            RegisterField.REGISTER_KEY,
            RegisterField.SYMBOL,
            RegisterField.NUMBER,
            RegisterField.BRANCH,
            RegisterField.KANA);

    private final Map<RegisterField, RegisterField.Place> places;
    private final int columns;
    private final LocalDate today;
    private final DateForms dates = DateForms.of(List.of());
    private final Set<String> met = new HashSet<>();

    LineReader(Map<RegisterField, RegisterField.Place> places, int columns, LocalDate today) {
        this.places = places;
        this.columns = columns;
        this.today = today;
    }

    /// Reads a line.
    ///
    /// @param bad receives what is wrong, and with whom; then nothing is returned
    Optional<RegisterLine> read(int line, List<String> cells, BadLines bad) {
        if (cells.size() != columns) {
            // Where a cell is missing nobody knows which: the key may stand in the wrong place as well.
            bad.add(new BadLine(line, "cells", "", "%d/%d".formatted(cells.size(), columns)));
            bad.belongTo(Optional.empty());
            return Optional.empty();
        }
        return read(new Row(line, cells, bad), bad);
    }

    private Optional<RegisterLine> read(Row row, BadLines bad) {
        var before = bad.size();
        var number = new CardNumber(
                row.text(RegisterField.SYMBOL), row.needed(RegisterField.NUMBER), row.text(RegisterField.BRANCH));
        var name = row.needed(RegisterField.NAME);
        var kana = row.needed(RegisterField.KANA);
        if (!kana.isEmpty() && Names.key(kana).isEmpty()) {
            row.bad("name", RegisterField.KANA);
        }
        var birth = row.day(RegisterField.BIRTH, true);
        var from = row.day(RegisterField.COVERED_FROM, true);
        var to = row.day(RegisterField.COVERED_TO, false);
        var sex = Optional.ofNullable(SEXES.get(row.plain(RegisterField.SEX)));
        row.require(sex.isPresent(), "code", RegisterField.SEX);
        row.requireOrder(birth, from, to);
        var transfers = from.map(row::transfers).orElse(List.of());
        var key = row.text(RegisterField.REGISTER_KEY);
        var registerKey = key.isEmpty() ? number.key() + "|" + Names.key(kana) : key;
        if (bad.size() == before
                && !met.add(registerKey + "|" + from.map(LocalDate::toString).orElse(""))) {
            row.bad("double", RegisterField.REGISTER_KEY);
        }
        if (bad.size() > before) {
            var isUnreadable = row.isBad(key.isEmpty() ? NUMBER_AND_NAME : KEY);
            bad.belongTo(isUnreadable ? Optional.empty() : Optional.of(registerKey));
            return Optional.empty();
        }
        return Optional.of(new RegisterLine(
                row.line,
                registerKey,
                name,
                kana,
                sex.orElseThrow(),
                birth.orElseThrow(),
                row.text(RegisterField.KIND),
                row.text(RegisterField.RELATION),
                number,
                row.text(RegisterField.POSTAL_CODE),
                row.text(RegisterField.ADDRESS),
                row.text(RegisterField.PHONE),
                row.text(RegisterField.EMPLOYER),
                new Coverage(from.orElseThrow(), to, row.text(RegisterField.REASON)),
                transfers));
    }

    private final class Row {
        private final int line;
        private final List<String> cells;
        private final BadLines bad;
        private final Set<RegisterField> wrong = EnumSet.noneOf(RegisterField.class);

        Row(int line, List<String> cells, BadLines bad) {
            this.line = line;
            this.cells = new ArrayList<>(cells);
            this.bad = bad;
        }

        String text(RegisterField field) {
            var place = places.get(field);
            var text = place == null ? "" : cells.get(place.column()).strip();
            if (text.length() > LONGEST) {
                bad("long", field);
            } else if (text.indexOf('\ufffd') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
                bad("characters", field);
            }
            return text;
        }

        String needed(RegisterField field) {
            var text = text(field);
            if (text.isEmpty()) {
                bad("missing", field);
            }
            return text;
        }

        String plain(RegisterField field) {
            return Normalizer.normalize(text(field), Normalizer.Form.NFKC);
        }

        Optional<LocalDate> day(RegisterField field, boolean isNeeded) {
            var text = isNeeded ? needed(field) : text(field);
            var day = Dates.compact(dates.key(text));
            if (!text.isEmpty() && day.isEmpty()) {
                bad("date", field);
            }
            var place = places.get(field);
            return place == null ? day : day.map(read -> read.minusDays(place.minusDays()));
        }

        /// Whence and whither: told only by the registers that know.
        List<Transfer> transfers(LocalDate coveredFrom) {
            var transfers = new ArrayList<Transfer>();
            var former = insurer(RegisterField.FORMER_INSURER);
            if (!former.isEmpty()) {
                transfers.add(new Transfer(
                        coveredFrom,
                        Transfer.Direction.IN,
                        former,
                        day(RegisterField.FORMER_FROM, false),
                        day(RegisterField.FORMER_TO, false)));
            }
            var next = insurer(RegisterField.NEXT_INSURER);
            if (!next.isEmpty()) {
                transfers.add(
                        new Transfer(coveredFrom, Transfer.Direction.OUT, next, Optional.empty(), Optional.empty()));
            }
            return transfers;
        }

        private String insurer(RegisterField field) {
            var text = plain(field);
            return InsurerNumber.of(text).map(InsurerNumber::digits).orElse(text);
        }

        void requireOrder(Optional<LocalDate> birth, Optional<LocalDate> from, Optional<LocalDate> to) {
            require(birth.isEmpty() || !birth.get().isAfter(today), "future", RegisterField.BIRTH);
            require(
                    from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()),
                    "order",
                    RegisterField.COVERED_TO);
        }

        /// Whether one of these fields cannot be read.
        boolean isBad(Set<RegisterField> fields) {
            return fields.stream().anyMatch(wrong::contains);
        }

        void require(boolean holds, String code, RegisterField field) {
            if (!holds) {
                bad(code, field);
            }
        }

        void bad(String code, RegisterField field) {
            var place = places.get(field);
            var value = place == null ? "" : cells.get(place.column());
            if (!code.equals("double")) {
                wrong.add(field);
            }
            var shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
            bad.add(new BadLine(line, code, field.key(), shown.replaceAll("\\p{Cntrl}", "?")));
        }
    }
}
