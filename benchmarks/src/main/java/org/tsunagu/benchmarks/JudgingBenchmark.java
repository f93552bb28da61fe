package org.tsunagu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;

/// How many people are judged a second on one thread (判定の速さ): age, metabolic judgement and level, with and without
/// their reasons.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC"})
public class JudgingBenchmark {

    private static final int PEOPLE = 1_000;

    private final Judging judging = Judging.shipped();
    private List<Examinee> examinees = List.of();
    private List<CheckupValues> values = List.of();

    /// Invented people, the same in every run.
    @Setup
    public void people() throws IOException {
        var folder = Files.createTempDirectory("tsunagu-judging");
        var people = Corpus.documents(Corpus.insurer(folder, PEOPLE), PEOPLE);
        examinees = people.stream().map(Corpus::examinee).toList();
        values = people.stream().map(Corpus::values).toList();
    }

    /// With the reasons of every step.
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void withReasons(Blackhole sink) {
        for (var i = 0; i < PEOPLE; i++) {
            sink.consume(judging.decide(examinees.get(i), values.get(i)));
        }
    }

    /// Only what came out.
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public void withoutReasons(Blackhole sink) {
        for (var i = 0; i < PEOPLE; i++) {
            sink.consume(judging.outcome(examinees.get(i), values.get(i)));
        }
    }
}
