package org.tsunagu.claimsformat.allocation;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.ClaimReader;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;

/// Invented claims as providers write them, read back by the reader: what the tests of cost begin with.
final class WrittenClaims {

    private final List<String> medical = new ArrayList<>();
    private final List<String> dpc = new ArrayList<>();
    private final List<String> dispensing = new ArrayList<>();
    private int receipts;

    WrittenClaims() {
        medical.add("IR,1,13,1,1234567,,,202408,00,");
        dpc.add("IR,1,13,1,1234567,,,202408,00,");
        dispensing.add("YK,1,13,4,7654321,,202408,00,");
    }

    /// A medical claim of a person (the number of the insured card) with its diseases: `9900001`, `9900001*` for the
    /// main one.
    WrittenClaims medical(String person, String type, String month, int days, long points, String... diseases) {
        medical.add("RE,%d,%s,%s,,2,19700101".formatted(++receipts, type, month));
        medical.add("HO,01234567,,%s,%d,%d,,,,,,,,".formatted(person, days, points));
        for (var disease : diseases) {
            var isMain = disease.endsWith("*");
            medical.add("SY,%s,20240101,1,,,%s,".formatted(disease.substring(0, 7), isMain ? "01" : ""));
        }
        medical.add("SI,11,1,190000001,,%d,1".formatted(points));
        return this;
    }

    /// A DPC claim with its diseases as kind and code: `22:9900004`.
    WrittenClaims dpc(String person, String month, long points, String... diseases) {
        dpc.add("RE,%d,1111,%s,,2,19700101,,,,,,,,,,,,0".formatted(++receipts, month));
        dpc.add("HO,01234567,,%s,9,%d,,,,,,,,".formatted(person, points));
        for (var disease : diseases) {
            dpc.add("SB,%s,,,,%s,".formatted(disease.substring(3), disease.substring(0, 2)));
        }
        dpc.add("SI,50,1,190000001,,%d,1".formatted(points));
        return this;
    }

    WrittenClaims medicalLine(String line) {
        medical.add(line);
        return this;
    }

    /// A dispensing claim: fees of each prescription as `20240705:300`, and the rest of its points.
    WrittenClaims dispensing(String person, String month, long rest, String... prescriptions) {
        dispensing.add("RE,%d,4112,%s,,2,19700101,,,13,1,1234567".formatted(++receipts, month));
        var sum = rest;
        for (var prescription : prescriptions) {
            sum += Long.parseLong(prescription.substring(9));
        }
        dispensing.add("HO,01234567,,%s,1,%d,,,,,,,,".formatted(person, sum));
        for (var prescription : prescriptions) {
            dispensing.add("SH,1,1,,,,,,,");
            dispensing.add("CZ,1,%s,%s15,1,7,1,,,,,,,%s"
                    .formatted(prescription.substring(0, 8), month, prescription.substring(9)));
        }
        return this;
    }

    List<Claim> read() {
        var claims = new ArrayList<Claim>();
        var reader = new ClaimReader(ClaimCatalogue.shipped());
        reader.read(file("MED.UKE", Kind.MEDICAL, medical), claims::add, problem -> {});
        reader.read(file("DPC.UKE", Kind.DPC, dpc), claims::add, problem -> {});
        reader.read(file("PHA.UKE", Kind.DISPENSING, dispensing), claims::add, problem -> {});
        return claims;
    }

    private static ClaimFile file(String name, Kind kind, List<String> lines) {
        var bytes = (String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName("windows-31j"));
        return new ClaimFile(
                name, "", Family.PROVIDER, Optional.of(kind), bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
