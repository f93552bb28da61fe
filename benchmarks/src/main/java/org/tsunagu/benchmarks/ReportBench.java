package org.tsunagu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.Progress;
import org.tsunagu.synthetic.SyntheticInsurer;

/// The statutory report measured (法定報告の計測): a year of an invented insurer is taken in, counted, frozen and written, all
/// by one server with a heap of 1 GB.
final class ReportBench {

    private static final int MEMBERS = 100_000;

    private ReportBench() {}

    static void run(List<String> given) throws IOException {
        var members = Bench.option(given, "--members").map(Integer::parseInt).orElse(MEMBERS);
        var folder = Files.createTempDirectory("tsunagu-report-bench");
        var insurer = folder.resolve("insurer");
        var last = Options.standard(insurer).lastYear();
        new SyntheticInsurer().generate(Options.standard(insurer).sized(members, last, last), Progress.SILENT);
        System.out.printf(
                Locale.ROOT,
                "## Report, %s, Java %s, %d processors, %,d members%n%n",
                LocalDate.now(ZoneId.of("Asia/Tokyo")),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                members);
        OfficeBench.waitFor(new ProcessBuilder(OfficeBench.server(
                        ReportServer.class.getName(),
                        folder.resolve("data").toString(),
                        insurer.toString(),
                        String.valueOf(last)))
                .inheritIO()
                .start());
        OfficeBench.delete(folder);
    }
}
