package org.tsunagu.synthetic.care;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.claimsformat.master.Field;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterWriter;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.Dates;

/// Writes invented masters (見本マスター) in the official layout, with the codes the invented claims use
/// and no others.
public final class MasterFiles {

    private static final String UNCODED = "0000999";
    private static final String SUSPECTED = "8002";
    private static final char MEDICAL = '1';
    private static final char DISPENSING = '4';

    private final Care care;
    private final LocalDate date;
    private final String day;

    /// @param date of the edition: the first day of the first month
    public MasterFiles(Care care, LocalDate date) {
        this.care = care;
        this.date = date;
        this.day = Dates.compact(date);
    }

    /// Writes one file a master into a folder.
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        put(folder, MasterKind.DISEASE, diseases());
        put(folder, MasterKind.MODIFIER, modifiers());
        put(folder, MasterKind.DRUG, drugs());
        put(folder, MasterKind.ACT, acts(MasterKind.ACT, MEDICAL));
        put(folder, MasterKind.DISPENSING_ACT, acts(MasterKind.DISPENSING_ACT, DISPENSING));
    }

    private void put(Path folder, MasterKind kind, MasterWriter master) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(MasterWriter.name(kind, day)))) {
            master.write(out);
        }
    }

    private MasterWriter diseases() {
        var master = new MasterWriter(MasterKind.DISEASE);
        master.row(UNCODED, day, Map.of(Field.NAME, "未コード化傷病名", Field.SUCCESSOR, UNCODED));
        for (var illness : care.illnesses()) {
            if (illness.isOnClaims()) {
                master.row(
                        illness.code(),
                        day,
                        Map.of(
                                Field.SUCCESSOR, illness.code(),
                                Field.NAME, illness.name(),
                                Field.SHORT_NAME, illness.name(),
                                Field.ICD10, illness.icd10(),
                                Field.LISTED_ON, day));
            }
        }
        return master;
    }

    private MasterWriter modifiers() {
        var master = new MasterWriter(MasterKind.MODIFIER);
        master.row(SUSPECTED, day, Map.of(Field.NAME, "の疑い"));
        return master;
    }

    private MasterWriter drugs() {
        var master = new MasterWriter(MasterKind.DRUG);
        for (var drug : care.drugs()) {
            master.row(
                    drug.code(),
                    day,
                    Map.of(
                            Field.NAME, drug.name(),
                            Field.FULL_NAME, drug.name(),
                            Field.UNIT, drug.unit(),
                            Field.PRICE_KIND, "1",
                            Field.PRICE, drug.price().toPlainString(),
                            Field.GENERIC, drug.isGeneric() ? "1" : "0",
                            Field.FORM, Integer.toString(drug.form()),
                            Field.PRICE_LIST_CODE, drug.priceListCode()));
        }
        return master;
    }

    /// Fees that changed stand as they were on the day of the edition; those that came later are there as
    /// well.
    private MasterWriter acts(MasterKind kind, char first) {
        var rows = new TreeMap<String, Row>();
        care.acts().rows().forEach(row -> rows.putIfAbsent(row.text("code"), row));
        care.acts().rows(date).forEach(row -> rows.put(row.text("code"), row));
        var master = new MasterWriter(kind);
        for (var row : rows.values()) {
            if (row.text("code").charAt(0) == first) {
                master.row(row.text("code"), day, kind == MasterKind.ACT ? act(row) : dispensing(row));
            }
        }
        return master;
    }

    private static Map<Field, String> act(Row row) {
        return Map.of(
                Field.NAME, row.text("name"),
                Field.POINT_KIND, row.text("care_class").equals("97") ? "1" : "3",
                Field.POINTS, row.text("points") + ".00",
                Field.IN_OR_OUT, row.text("in_or_out"),
                Field.NOTICE_KIND, "1",
                Field.SECTION_LETTER, row.text("section_letter"),
                Field.SECTION_NUMBER, row.text("section_number"),
                Field.SECTION_BRANCH, row.text("section_branch"));
    }

    private static Map<Field, String> dispensing(Row row) {
        return Map.of(Field.NAME, row.text("name"), Field.POINT_KIND, "3", Field.POINTS, row.text("points"));
    }
}
