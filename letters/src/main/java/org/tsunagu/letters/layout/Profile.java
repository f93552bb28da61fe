package org.tsunagu.letters.layout;

import java.util.List;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Where on the first page the address, the sender and the fold marks stand (窓あき封筒の位置), `envelopes.tsv`.
/// Millimetres from the upper left corner of the sheet.
///
/// @param address what shows in the window
/// @param sender date, insurer and contact
/// @param barcode serial number for returned mail, inside the window
/// @param bodyTop where the title begins
/// @param folds heights of the fold marks
public record Profile(String key, Area address, Area sender, Area barcode, double bodyTop, List<Double> folds) {

    /// A rectangle on the sheet (枠).
    public record Area(double x, double y, double width, double height) {}

    /// The profiles of the table.
    public static List<Profile> all() {
        return Shipped.PROFILES;
    }

    /// The profile of a key.
    ///
    /// @throws IllegalArgumentException naming those there are
    public static Profile of(String key) {
        return all().stream()
                .filter(profile -> profile.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no envelope %s, only %s"
                        .formatted(key, all().stream().map(Profile::key).toList())));
    }

    private static Profile of(String key, Table table) {
        return new Profile(
                key,
                area(key, "address", table),
                area(key, "sender", table),
                area(key, "barcode", table),
                area(key, "body", table).y(),
                table.rows().stream()
                        .filter(row -> row.text("envelope").equals(key)
                                && row.text("part").equals("fold"))
                        .map(row -> millimetres(row, "top"))
                        .toList());
    }

    private static Area area(String key, String part, Table table) {
        return table.rows().stream()
                .filter(row ->
                        row.text("envelope").equals(key) && row.text("part").equals(part))
                .map(row -> new Area(
                        millimetres(row, "left"),
                        millimetres(row, "top"),
                        millimetres(row, "width"),
                        millimetres(row, "height")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("envelope %s has no %s".formatted(key, part)));
    }

    private static double millimetres(Row row, String column) {
        return row.decimal(column).orElseThrow().doubleValue();
    }

    private static final class Shipped {
        private static final Table TABLE =
                Table.read("layout/envelopes", Profile.class.getResourceAsStream("envelopes.tsv"));
        private static final List<Profile> PROFILES = TABLE.rows().stream()
                .map(row -> row.text("envelope"))
                .distinct()
                .map(key -> of(key, TABLE))
                .toList();
    }
}
