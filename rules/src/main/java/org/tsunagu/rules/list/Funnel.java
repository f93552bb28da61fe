package org.tsunagu.rules.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.rules.condition.Truth;

/// How many people are left after each step (絞り込みの人数). Who cannot be judged is counted apart and never dropped: at
/// every
/// step those left, those open and those who fell out so far are everybody.
public final class Funnel {

    private final long[] held;
    private final long[] open;
    private final long[] fell;
    private final Map<String, Long> doubts = new TreeMap<>();
    private long people;

    /// For a list of so many steps.
    public Funnel(int steps) {
        held = new long[steps];
        open = new long[steps];
        fell = new long[steps];
    }

    /// The counts of one step.
    ///
    /// @param held for whom it and all before it hold
    /// @param open for whom none so far fails but one cannot be told
    /// @param fell for whom it is the first that does not hold
    public record Level(long held, long open, long fell) {}

    /// Counts a person.
    public void add(Selection selection) {
        people++;
        var sofar = Truth.TRUE;
        for (var i = 0; i < selection.steps().size(); i++) {
            sofar = sofar.and(selection.steps().get(i));
            switch (sofar) {
                case TRUE -> held[i]++;
                case UNKNOWN -> open[i]++;
                case FALSE -> fell[i]++;
            }
        }
        selection.doubts().forEach(doubt -> doubts.merge(doubt, 1L, Long::sum));
    }

    /// Everybody who was looked at.
    public long people() {
        return people;
    }

    /// One entry a step.
    public List<Level> levels() {
        var levels = new ArrayList<Level>();
        for (var i = 0; i < held.length; i++) {
            levels.add(new Level(held[i], open[i], fell[i]));
        }
        return levels;
    }

    /// Why people could not be judged, with how many of them (判定できない理由).
    public Map<String, Long> doubts() {
        return Map.copyOf(doubts);
    }
}
