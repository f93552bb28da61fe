package org.tsunagu.linkage.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tsunagu.linkage.block.Blocking;
import org.tsunagu.linkage.block.RuleChooser;
import org.tsunagu.linkage.field.Field;

/// Finds the records of two files that belong together (名寄せ). The candidate pairs are compared twice, once to
/// estimate and once to score, so that memory holds the records and the matches, never the candidates.
public final class Linker {

    /// Fields that a linkage has room for.
    public static final int MOST_FIELDS = Pattern.MOST_FIELDS;

    private static final int CHUNK = 500;
    private static final double TIE = 1e-9;

    private final List<Field> fields;
    private final Doubts doubts;
    private final boolean isOneFile;
    private final int threads;

    /// Prepares a linkage.
    ///
    /// @param fields at least one, at most 21
    /// @param isOneFile whether a file is compared with itself: then a record is no match of itself
    public Linker(List<Field> fields, Doubts doubts, boolean isOneFile, int threads) {
        if (fields.isEmpty() || fields.size() > Pattern.MOST_FIELDS) {
            throw new IllegalArgumentException("1 to " + Pattern.MOST_FIELDS + " fields, not " + fields.size());
        }
        this.fields = List.copyOf(fields);
        this.doubts = doubts;
        this.isOneFile = isOneFile;
        this.threads = threads;
    }

    /// What came of it (名寄せの結果).
    ///
    /// @param matches the surest first
    /// @param compared candidate pairs
    public record Linked(List<Match> matches, long compared, List<Blocking.Used> rules) {}

    /// Links.
    ///
    /// @param isOneToOne whether a record belongs to at most one of the other file
    /// @param least lowest score of a match that is handed on, 0 to 1
    public Linked link(boolean isOneToOne, double least) {
        var blocking = RuleChooser.choose(fields);
        var counted = new Counted();
        each(blocking, Counted::new, (mine, left, right) -> mine.add(Pattern.of(fields, left, right)))
                .forEach(counted::add);
        var model = Model.of(fields, isOneFile, counted);
        var compared =
                counted.sorted().values().stream().mapToLong(Long::longValue).sum();
        var scored = each(blocking, ArrayList<Match>::new, (mine, left, right) -> {
                    var pattern = Pattern.of(fields, left, right);
                    if (Model.probability(weight(model, pattern, left)) >= least) {
                        var match = match(model, pattern, left, right);
                        if (match.score() >= least) {
                            mine.add(match);
                        }
                    }
                })
                .stream()
                .flatMap(List::stream)
                .sorted(Match.SUREST_FIRST)
                .toList();
        var matches = isOneToOne ? oneToOne(scored, least) : scored;
        return new Linked(matches, compared, blocking.rules());
    }

    private double weight(Model model, long pattern, int left) {
        var weight = model.weight(pattern);
        for (var i = 0; i < fields.size(); i++) {
            weight += model.rarity(i, pattern, left);
        }
        return weight;
    }

    private Match match(Model model, long pattern, int left, int right) {
        var evidence = new ArrayList<Match.Evidence>(fields.size());
        for (var i = 0; i < fields.size(); i++) {
            evidence.add(new Match.Evidence(
                    fields.get(i).name(),
                    Pattern.level(pattern, i),
                    model.weight(i, pattern) + model.rarity(i, pattern, left)));
        }
        return judged(
                new Match(left, right, weight(model, pattern, left), 0, List.copyOf(evidence), List.of()),
                doubts.of(left, right));
    }

    private static Match judged(Match match, List<Doubt> doubts) {
        var all = Stream.concat(match.doubts().stream(), doubts.stream()).toList();
        var probability = Model.probability(match.weight());
        return new Match(
                match.left(),
                match.right(),
                match.weight(),
                all.isEmpty() ? probability : Math.min(probability, Zone.MOST_DOUBTFUL),
                match.evidence(),
                all);
    }

    /// The surest first, each record once. When another record would have fitted as well, a person decides.
    private List<Match> oneToOne(List<Match> scored, double least) {
        var usedLeft = new BitSet();
        var usedRight = isOneFile ? usedLeft : new BitSet();
        var bestLeft = new double[fields.getFirst().leftSize()];
        var bestRight = isOneFile ? bestLeft : new double[fields.getFirst().rightSize()];
        var tiedLeft = new BitSet();
        var tiedRight = isOneFile ? tiedLeft : new BitSet();
        var taken = new ArrayList<Match>();
        for (var match : scored) {
            note(match.left(), match.weight(), bestLeft, tiedLeft);
            note(match.right(), match.weight(), bestRight, tiedRight);
            if (!usedLeft.get(match.left()) && !usedRight.get(match.right())) {
                usedLeft.set(match.left());
                usedRight.set(match.right());
                taken.add(match);
            }
        }
        return taken.stream()
                .map(match -> tiedLeft.get(match.left()) || tiedRight.get(match.right())
                        ? judged(match, List.of(Doubt.EQUALLY_GOOD))
                        : match)
                .filter(match -> match.score() >= least)
                .toList();
    }

    private static void note(int record, double weight, double[] best, BitSet tied) {
        if (best[record] == 0) {
            best[record] = weight;
        } else if (Math.abs(best[record] - weight) < TIE) {
            tied.set(record);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        void on(T mine, int left, int right);
    }

    /// Does something with every candidate pair, on several threads, each with its own collection.
    private <T> List<T> each(Blocking blocking, Supplier<T> fresh, Work<T> work) {
        var size = fields.getFirst().leftSize();
        var next = new AtomicInteger();
        Callable<T> task = () -> {
            var mine = fresh.get();
            var own = blocking.another();
            for (var from = next.getAndAdd(CHUNK); from < size; from = next.getAndAdd(CHUNK)) {
                for (var left = from; left < Math.min(size, from + CHUNK); left++) {
                    var record = left;
                    own.candidates(record, right -> {
                        if (!isOneFile || right > record) {
                            work.on(mine, record, right);
                        }
                    });
                }
            }
            return mine;
        };
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<T>();
            for (var future : workers.invokeAll(Collections.nCopies(threads, task))) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
