package org.tsunagu.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Reading claims against a bare pass over the same bytes (レセプト読み取りの計測):
/// `./tsunagu bench claims [--receipts N]`. The file is an invented insurer's, about 59 rows and 3.7 KB a receipt; some
/// receipts were corrected by the review body.
final class ClaimsBench {

    private static final int RECEIPTS = 190_000;
    private static final int RUNS = 2;
    private static final List<String> JAVA = List.of("-XX:+UseSerialGC", "-Xmx512m");
    private static final Charset WINDOWS = Charset.forName("windows-31j");
    private static final String DAYS = ",".repeat(6) + "%s" + ",".repeat(31);
    private static final int LINES = 50;
    private static final int CORRECTED = 7;

    private ClaimsBench() {}

    static void run(List<String> given) throws IOException {
        var receipts = Bench.option(given, "--receipts").map(Integer::parseInt).orElse(RECEIPTS);
        var file = Files.createTempDirectory("tsunagu-bench").resolve("11_RECODEINFO_MED.CSV");
        write(file, receipts);
        System.out.printf(
                Locale.ROOT,
                "### Claims: %,d receipts, %,d MB%n%n| work | MB per CPU second | receipts per CPU second | peak heap MB |"
                        + "%n|---|---|---|---|%n",
                receipts,
                Files.size(file) >> 20);
        var bare = best(receipts, "fields", file.toString());
        row("bare pass into fields", bare, file);
        var read = best(receipts, "read-claims", file.toString());
        row("read, correct, reconcile", read, file);
        var command = best(
                receipts,
                "claims",
                file.toString(),
                "--out",
                file.resolveSibling("out").toString(),
                "--quiet");
        row("command claims with its CSV files", command, file);
        System.out.printf(
                Locale.ROOT,
                "%nread, correct, reconcile / bare pass, CPU: **%.2f** (at least 0.25)%n",
                (double) bare.cpuMillis() / read.cpuMillis());
    }

    private static Run best(long receipts, String... arguments) {
        Run best = Run.of(receipts, JAVA, List.of(arguments));
        for (var i = 1; i < RUNS; i++) {
            var next = Run.of(receipts, JAVA, List.of(arguments));
            best = next.cpuMillis() < best.cpuMillis() ? next : best;
        }
        return best;
    }

    private static void row(String work, Run run, Path file) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %,.0f | %d |%n",
                work,
                Files.size(file) / 1000.0 / run.cpuMillis(),
                run.perCpuSecond(),
                run.peakHeapMegabytes());
    }

    private static void write(Path file, int receipts) throws IOException {
        var random = new Random(1);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (var i = 0; i < receipts; i++) {
                receipt(out, i, random);
            }
        }
    }

    private static void receipt(OutputStream out, int number, Random random) throws IOException {
        var text = new StringBuilder();
        row(text, "2,1,0,MN,%d,東京都千代田区霞が関,131436%011d,,,".formatted(number, number));
        row(text, "1,2,0,IR,1,13,1,%07d,,試験病院,202405,00,".formatted(number % 500));
        row(text, "1,3,0,RE,%d,1112,202404,試験　太郎,1,19600101,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,シケンタロウ,".formatted(number));
        var lines = new StringBuilder();
        var sum = 0;
        var last = 0;
        for (var i = 0; i < LINES; i++) {
            var record = i % 3 == 0 ? "SI" : i % 3 == 1 ? "IY" : "CO";
            last = random.nextInt(500);
            if (record.equals("CO")) {
                row(lines, "1,%d,0,CO,,1,810000001,算定日　令和６年４月１日".formatted(i + 8));
                continue;
            }
            sum += last;
            row(
                    lines,
                    "1,%d,0,%s,%s,1,%d,%s,%d,1%s"
                            .formatted(
                                    i + 8,
                                    record,
                                    i % 5 == 0 ? "11" : "",
                                    (record.equals("SI") ? 111_000_000 : 620_000_000) + random.nextInt(3000),
                                    record.equals("SI") ? "" : "1.5",
                                    last,
                                    DAYS.formatted("1")));
        }
        row(text, "1,4,0,HO,01130012,１２３,４５６,1,%d,,,,,,,,,".formatted(sum));
        row(text, "1,5,0,SN,1,01,,,,00,,");
        row(text, "1,6,0,SY,8848176,20240401,1,8002,,01,");
        row(text, "1,7,0,SY,2500013,20240401,1,,,,");
        text.append(lines);
        if (number % CORRECTED == 0) {
            row(text, "2,4,1,HO,01130012,１２３,４５６,1,%d,,,,,,,,,".formatted(sum - last(lines)));
            row(text, "2,90,0,JY,2,4,0,5,B,4,1,");
            row(text, "2,91,0,JY,3,8,0,,B,,,");
        }
        row(text, "2,92,0,EX,,,,,,,,1,,,,eJwrSS0u0S1KLchJTE7VLUpNzEktBgA9ugZf");
        row(text, "2,93,0,RC,Ver00001abcdef");
        out.write(text.toString().getBytes(WINDOWS));
    }

    /// Points of the first line, which the review deletes.
    private static int last(StringBuilder lines) {
        return Integer.parseInt(lines.substring(0, lines.indexOf("\r")).split(",", -1)[8]);
    }

    private static void row(StringBuilder text, String row) {
        text.append(row).append("\r\n");
    }
}
