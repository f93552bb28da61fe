package org.tsunagu.app.claims;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;

/// Writes claim files by hand, invented people in them.
public final class ClaimText {

    static final Charset WINDOWS = Charset.forName("windows-31j");

    private final List<String> lines = new ArrayList<>();
    private final String insurer;
    private final String careMonth;
    private int receipts;

    private ClaimText(String insurer, String careMonth, String first) {
        this.insurer = insurer;
        this.careMonth = careMonth;
        lines.add(first);
    }

    /// A provider's medical file, claimed a month after the care.
    public static ClaimText medical(String insurer, String careMonth, String claimMonth) {
        return new ClaimText(insurer, careMonth, "IR,1,13,1,1234567,,試験病院,%s,00,".formatted(claimMonth));
    }

    /// A pharmacy's file.
    public static ClaimText dispensing(String insurer, String careMonth, String claimMonth) {
        return new ClaimText(insurer, careMonth, "YK,1,13,4,7654321,試験薬局,%s,00,".formatted(claimMonth));
    }

    /// An outpatient claim of one fee.
    ///
    /// @param person number, branch, sex and birth: `100 01 2 19700401`
    /// @param diseases codes; with `*` the main one
    public ClaimText claim(String person, long points, String... diseases) {
        header(person, "1112", points, "");
        for (var disease : diseases) {
            var isMain = disease.endsWith("*");
            lines.add("SY,%s,20240101,1,,,%s,".formatted(disease.replace("*", ""), isMain ? "01" : ""));
        }
        lines.add("SI,11,1,111000110,,%d,1".formatted(points));
        return this;
    }

    /// A dispensing claim with one drug for some days.
    public ClaimText dispensed(String person, long points, String prescribedOn, String drug, int days) {
        header(person, "4112", points, ",,13,1,1234567");
        lines.add("SH,1,1,,,,,,,");
        lines.add("CZ,1,%s,%s,1,%d,1,,,,,,,%d".formatted(prescribedOn, prescribedOn, days, points));
        lines.add("IY,1,%s,1".formatted(drug));
        return this;
    }

    private void header(String person, String type, long points, String rest) {
        var cells = person.split(" ");
        lines.add("RE,%d,%s,%s,試験　花子,%s,%s,%s".formatted(++receipts, type, careMonth, cells[2], cells[3], rest));
        lines.add("HO,%s,１,%s,1,%d,,,,,,,,".formatted(insurer, cells[0], points));
        if (!cells[1].isEmpty() && !cells[1].equals("-")) {
            lines.add("SN,1,01,,,,%s,,".formatted(cells[1]));
        }
    }

    /// Any other line.
    public ClaimText line(String line) {
        lines.add(line);
        return this;
    }

    public byte[] bytes() {
        return (String.join("\r\n", lines) + "\r\n").getBytes(WINDOWS);
    }

    /// Hands a file in as somebody at the page does, and waits until everything is done with it.
    public static boolean receive(Office office, Insurer insurer, String name, byte[] bytes, boolean isReplacing) {
        return receive(
                office,
                insurer,
                bytes,
                new ClaimDeliveries.Handing(name, "upload", "test", isReplacing, Optional.empty()));
    }

    /// The same, with what whoever hands it in says.
    static boolean receive(Office office, Insurer insurer, byte[] bytes, ClaimDeliveries.Handing handing) {
        try {
            var isNew =
                    office.bean(ClaimDeliveries.class).receive(insurer.id(), new ByteArrayInputStream(bytes), handing);
            office.waitForJobs(insurer);
            return isNew;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
