package org.tsunagu.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.RunReport;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.layout.Profile;
import org.tsunagu.letters.notice.CheckupNotice;
import org.tsunagu.letters.notice.YearResult;
import org.tsunagu.rules.Judging;

/// How many result notices are written a second on one thread (通知の速さ): a run of a thousand letters, fonts read and
/// embedded each time; the first run of a Java machine, and warm.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx256m"})
public class LetterBenchmark {

    private static final int LETTERS = 1_000;
    private static final Sender SENDER =
            new Sender("Tsunagu", "Health", "100-0000", List.of("Example 1-2-3"), "03-0000-0000", "");
    private static final Addressee ADDRESSEE = new Addressee("100-0001", List.of("Example 4-5-6", "203"), "A. Example");

    private List<Letter> letters = List.of();

    /// Invented people, the same in every run.
    @Setup
    public void people() throws IOException {
        var judging = Judging.shipped();
        var folder = Files.createTempDirectory("tsunagu-letters");
        letters = Corpus.documents(Corpus.insurer(folder, LETTERS), LETTERS).stream()
                .map(document -> new YearResult(Corpus.examinee(document), Corpus.values(document)))
                .map(year -> new CheckupNotice(
                        year, judging.judge(year.examinee(), year.values()), List.of(year, year), "Example clinic"))
                .map(notice -> new Letter(
                        "26-000123", ADDRESSEE, SENDER, LocalDate.EPOCH, Optional.of("https://example.jp/l/1"), notice))
                .toList();
    }

    /// The first thousand.
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1, time = 1, timeUnit = TimeUnit.MILLISECONDS)
    @OperationsPerInvocation(LETTERS)
    public RunReport cold() throws IOException {
        return write();
    }

    /// Further thousands.
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @Warmup(iterations = 3, time = 4)
    @Measurement(iterations = 3, time = 4)
    @OperationsPerInvocation(LETTERS)
    public RunReport warm() throws IOException {
        return write();
    }

    private RunReport write() throws IOException {
        var settings = new RunSettings("Notice", "Tsunagu", Locale.JAPANESE, Profile.of("NAGA3"), Instant.EPOCH);
        try (var run = new LetterRun(OutputStream.nullOutputStream(), settings)) {
            for (var letter : letters) {
                run.add(letter);
            }
            return run.report();
        }
    }
}
