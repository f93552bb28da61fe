package org.tsunagu.claimsformat.claim;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.problem.Problem;

/// A claim file written by a test, and what was read of it.
record Written(List<Claim> claims, List<Problem> problems, FileSummary summary) {

    static final Charset WINDOWS = Charset.forName("windows-31j");
    static final String IR = "IR,1,13,1,1234567,,テスト病院,202405,00,";
    static final String RE = "RE,1,1112,202404,試験　太郎,1,19600101";
    static final String HO = "HO,01130012,１２,３４,1,";

    /// A provider's medical file with its institution before the rows and a matching GO behind them.
    static Written provider(String... rows) {
        var all = new ArrayList<>(List.of(IR));
        all.addAll(Arrays.asList(rows));
        var headers =
                Arrays.stream(rows).filter(row -> row.matches("(HO|KO),.*")).count();
        all.add("GO," + headers + "," + points(rows) + ",99");
        return read(Family.PROVIDER, Optional.empty(), all);
    }

    private static long points(String... rows) {
        var sum = 0L;
        var isNext = false;
        for (var row : rows) {
            isNext |= row.startsWith("RE,");
            if (isNext && row.matches("(HO|KO),.*")) {
                var cells = row.split(",", -1);
                sum += cells[5].matches("-?\\d+") ? Long.parseLong(cells[5]) : 0;
                isNext = false;
            }
        }
        return sum;
    }

    /// An insurer's file.
    static Written insurer(Kind kind, String... rows) {
        return read(Family.INSURER, Optional.of(kind), Arrays.asList(rows));
    }

    static Written read(Family family, Optional<Kind> kind, List<String> rows) {
        return read(family, kind, (String.join("\r\n", rows) + "\r\n\u001a").getBytes(WINDOWS));
    }

    static Written read(Family family, Optional<Kind> kind, byte[] bytes) {
        return read(new ClaimReader(ClaimCatalogue.shipped()), family, kind, bytes);
    }

    static Written read(ClaimReader reader, Family family, Optional<Kind> kind, byte[] bytes) {
        var claims = new ArrayList<Claim>();
        var problems = new ArrayList<Problem>();
        var file = new ClaimFile("test", "", family, kind, bytes.length, () -> new ByteArrayInputStream(bytes));
        var summary = reader.read(file, claims::add, problems::add);
        return new Written(claims, problems, summary);
    }

    Claim claim() {
        return claims.getFirst();
    }

    List<String> checks() {
        return problems.stream().map(Problem::code).toList();
    }
}
