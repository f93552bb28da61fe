package org.tsunagu.claimsformat.allocation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.Status;
import org.tsunagu.claimsformat.disease.Diseases.Classified;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.person.Sex;

/// Gives the cost of claims to their diseases (傷病への配分), in bounded memory. The proportional
/// distribution needs the whole population first: claims are put aside in a file, then gone through
/// twice. Not thread safe.
public final class ClaimCosts implements AutoCloseable {

    private final CostSettings settings;
    private final SpillFile file;
    private final DispensingJoin join;
    private final CostResult result;
    private int dispensingPrice = 1;

    /// Begins a run.
    ///
    /// @param temporary file to put claims aside in; it is deleted when the run is closed
    public ClaimCosts(Path temporary, CostSettings settings) {
        this.settings = settings;
        this.file = new SpillFile(temporary);
        this.join = new DispensingJoin(settings.join());
        this.result = new CostResult(settings);
    }

    /// Takes a claim with its diseases.
    ///
    /// @param isOnDialysis whether the claim shows dialysis
    /// @param texts for each disease, what comes back with its share
    /// @throws java.io.UncheckedIOException if it cannot be put aside
    public void add(Claim claim, List<Classified> diseases, boolean isOnDialysis, List<byte[]> texts) {
        var groups = new ArrayList<int[]>(diseases.size());
        for (var disease : diseases) {
            groups.add(settings.groups().numbers(disease.disease(), isOnDialysis));
        }
        var amounts = claim.amounts();
        file.add(new Spilled(
                flags(claim),
                claim.person().sex().map(ClaimCosts::number).orElse(0),
                settings.bands().of(claim.person().birth(), claim.careMonth()),
                claim.days(),
                amounts.yenPerPoint(),
                amounts.pointsDecided(),
                amounts.mealYen(),
                first(diseases, Classified::isMain),
                first(diseases, Classified::hasMostResources),
                groups,
                texts));
        if (claim.status() == Status.COUNTED) {
            count(claim);
        }
    }

    private void count(Claim claim) {
        join.add(file.count() - 1, claim);
        result.addMonth(claim.careMonth());
        var isPublicOnly = claim.decided().headers().isPublicOnly();
        var amounts = claim.amounts();
        result.addDecided(amounts.pointsDecided(), amounts.costYen(), isPublicOnly);
        var place = claim.isInpatient() ? " inpatient" : " outpatient";
        result.sum(claim.kind().tag() + place + (isPublicOnly ? " public" : "")).add(claim);
        if (claim.kind() == Kind.DISPENSING) {
            dispensingPrice = amounts.yenPerPoint();
        }
    }

    private static int flags(Claim claim) {
        var flags = claim.status() == Status.COUNTED ? 0 : Spilled.NOT_COUNTED;
        flags |= claim.decided().headers().isPublicOnly() ? Spilled.PUBLIC_ONLY : 0;
        return switch (claim.kind()) {
            case DISPENSING -> flags | Spilled.DISPENSING;
            case NURSING -> flags | Spilled.NURSING;
            case MEDICAL, DPC, DENTAL -> flags;
        };
    }

    private static int number(Sex sex) {
        return Integer.parseInt(sex.code());
    }

    private static int first(List<Classified> diseases, Predicate<Classified> which) {
        for (var i = 0; i < diseases.size(); i++) {
            if (which.test(diseases.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// Takes the share of each disease row (配分の受け取り), claims and rows in the order in which they
    /// were added.
    @FunctionalInterface
    public interface Shares {
        /// Points of a dispensing claim that were joined to the claim of the prescriber; all of them come before
        /// the first row.
        ///
        /// @param dispensing number of the claim in the run, from 0; so is `prescriber`
        default void joined(int dispensing, int prescriber, long points) {}

        /// One row.
        ///
        /// @param text as it was given
        /// @param points of its own claim by the proportional distribution, without dispensing
        void row(byte[] text, long points);
    }

    /// Shares everything out.
    ///
    /// @throws java.io.UncheckedIOException if the claims put aside cannot be read
    public CostResult finish(Shares shares) {
        var joined = join.join(file.count(), shares::joined);
        var kinds = CostGroups.Kind.values().length;
        var statistics = new PdmStatistics(
                settings.rounding(),
                settings.groups().of(CostGroups.Kind.CLASS121).size());
        file.read(kinds, (number, claim) -> {
            var isOfPopulation = !claim.groups().isEmpty() && !claim.is(Spilled.NOT_COUNTED | Spilled.NURSING);
            if (isOfPopulation) {
                statistics.add(
                        claim.sex(),
                        claim.points() + joined.received(number),
                        claim.days(),
                        claim.column(CostGroups.Kind.CLASS121));
            }
        });
        var sharing = new Sharing(settings, statistics.weights(), dispensingPrice, result);
        file.read(kinds, (number, claim) -> {
            var points = sharing.share(claim, joined.received(number), joined.given(number));
            for (var i = 0; i < points.length; i++) {
                shares.row(claim.texts().get(i), points[i]);
            }
        });
        return result;
    }

    /// The file with the claims put aside goes away.
    @Override
    public void close() {
        file.close();
    }
}
