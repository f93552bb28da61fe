package org.tsunagu.privacy.masking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Masks the small cells of a table before it leaves (小さい数の秘匿): too small ones, those that would give them
/// away, and whatever an audit by linear programming still finds.
///
/// ```java
/// var counts = Counts.of(Dimension.summed("employer", employers), Dimension.summed("age", ages), withFinding)
///         .outOf(examined);
/// var masked = Masking.mask(counts, MaskingPolicies.read(List.of()).policy("TSUNAGU_STRICT"));
/// masked.share("E-01", Dimension.TOTAL);
/// ```
public final class Masking {

    private Masking() {}

    /// Masks a table by a policy. A table that is masked already stays as it is when it is safe.
    public static Masked mask(Counts counts, MaskingPolicy policy) {
        var start = System.nanoTime();
        var cells = new Cells(counts, policy);
        var audit = new Audit(cells, policy, policy.minimum());
        List<Range> unsafe = List.of();
        switch (policy.mode()) {
            case NONE -> {
                // Everything is shown.
            }
            case NOTHING -> {
                for (var cell = 0; cell < cells.count(); cell++) {
                    cells.hide(cell, Reason.PRIMARY);
                }
            }
            case NDB -> {
                Primary.mask(cells, policy);
                Secondary.mask(cells, policy);
                unsafe = audit.ranges(cells, audit.unsafe(cells));
            }
            case STRICT -> {
                Primary.mask(cells, policy);
                Secondary.mask(cells, policy);
                repair(cells, audit, policy);
            }
        }
        var time = Duration.ofNanos(System.nanoTime() - start);
        var report = new Masked.Report(
                policy,
                cells.number(Reason.PRIMARY),
                cells.number(Reason.SECONDARY),
                cells.number(Reason.AUDIT),
                smallestRange(cells, audit, policy),
                unsafe,
                time);
        return new Masked(cells.shown(), cells.shownReasons(), report);
    }

    /// What a reader of a published table can work out of every masked cell.
    public static List<Range> ranges(Counts published, MaskingPolicy policy) {
        var cells = new Cells(published, policy);
        return new Audit(cells, policy, 0)
                .ranges(cells, cells.protectedCells().boxed().toList());
    }

    /// What of a published table can be worked out more closely than the policy allows.
    public static List<Range> unsafe(Counts published, MaskingPolicy policy) {
        return ranges(published, policy).stream()
                .filter(range -> range.width() < policy.minimum())
                .toList();
    }

    private static void repair(Cells cells, Audit audit, MaskingPolicy policy) {
        for (var unsafe = audit.unsafe(cells); !unsafe.isEmpty(); unsafe = audit.unsafe(cells)) {
            var touched = new HashSet<Line>();
            for (var cell : unsafe) {
                if (cells.linesOf(cell).stream().noneMatch(touched::contains)) {
                    maskOneMore(cells, cell).ifPresent(more -> touched.addAll(cells.linesOf(more)));
                }
            }
            if (touched.isEmpty()) {
                throw new IllegalStateException("nothing is left to mask under %s".formatted(policy.id()));
            }
            Secondary.mask(cells, policy);
        }
    }

    /// The cheapest cell beside an unsafe one, else beside those that depend on it; the grand total last.
    private static Optional<Integer> maskOneMore(Cells cells, int unsafe) {
        Set<Integer> reached = new HashSet<>(List.of(unsafe));
        List<Integer> latest = List.of(unsafe);
        var last = Optional.<Integer>empty();
        while (!latest.isEmpty()) {
            var around = latest.stream()
                    .flatMap(cell -> cells.linesOf(cell).stream())
                    .map(Line::cells)
                    .flatMap(Collection::stream)
                    .filter(cell -> !reached.contains(cell))
                    .distinct()
                    .toList();
            var shown = around.stream().filter(cell -> !cells.isHidden(cell)).toList();
            var cheapest = shown.stream()
                    .filter(cell -> !cells.isGrandTotal(cell) && cells.value(cell) > 0)
                    .min(Comparator.comparingLong(cells::value));
            if (cheapest.isPresent()) {
                cells.hide(cheapest.get(), Reason.AUDIT);
                return cheapest;
            }
            last = last.or(() -> shown.stream().max(Comparator.comparingLong(cells::value)));
            reached.addAll(around);
            latest = new ArrayList<>(around.stream().filter(cells::isHidden).toList());
        }
        last.ifPresent(cell -> cells.hide(cell, Reason.AUDIT));
        return last;
    }

    private static OptionalLong smallestRange(Cells cells, Audit audit, MaskingPolicy policy) {
        return switch (policy.mode()) {
            case NONE, NOTHING -> OptionalLong.empty();
            case NDB, STRICT -> {
                var smallest =
                        cells.protectedCells().mapToDouble(audit::openness).min();
                yield smallest.isEmpty() || Double.isInfinite(smallest.getAsDouble())
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.round(smallest.getAsDouble()));
            }
        };
    }
}
