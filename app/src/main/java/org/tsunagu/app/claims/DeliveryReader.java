package org.tsunagu.app.claims;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.ClaimReader;
import org.tsunagu.claimsformat.claim.OneInsurer;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.ClaimFileLimits;
import org.tsunagu.claimsformat.record.ClaimFiles;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.problem.Severity;

/// Reads the claims of a delivery in the order of its files (受領ファイルの読み取り), some hundred claims and
/// some thousand findings in memory at a time. The same file gives the same claims, findings and portions every time.
final class DeliveryReader {

    private static final int PORTION = 500;
    private static final int MOST_FINDINGS = 5_000;

    private final Sink sink;
    private final ClaimResolver resolver;
    private final OneInsurer ours;
    private final Reporter reporter;
    private final ClaimReader reader = new ClaimReader(ClaimCatalogue.shipped());
    private final List<Taken> claims = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> entriesWithClaims = new HashSet<>();
    private int read;
    private int found;
    private int taken;
    private int others;
    private boolean isBroken;

    DeliveryReader(String insurerNumber, ClaimResolver resolver, Sink sink) {
        this.sink = sink;
        this.resolver = resolver;
        this.reporter = new Reporter(ClaimCatalogue.shipped(), this::problem);
        this.ours = new OneInsurer(insurerNumber, reporter);
    }

    /// Takes portions of claims with the findings up to them (読み取りの受け手).
    @FunctionalInterface
    interface Sink {
        /// A portion.
        ///
        /// @param end claims read and findings made up to its end
        void portion(List<Taken> claims, List<Problem> problems, int end);
    }

    /// What came of it, with the findings behind the last portion (読み取りの結果).
    ///
    /// @param isRefused whether nothing of it may count: there are no claims, or a file of it cannot be
    ///     read to its end
    ///
    /// @param end claims read and findings made
    record Result(int end, int taken, int others, boolean isRefused, List<Problem> rest) {}

    Result read(Path file, String name) {
        new ClaimFiles(ClaimFileLimits.standard(), reporter, this::file).find(file, name);
        if (!claims.isEmpty()) {
            portion();
        }
        resolver.report(reporter);
        return new Result(read + found, taken, others, isBroken || taken == 0, List.copyOf(problems));
    }

    private void file(ClaimFile file) {
        reader.read(file, claim -> claim(file, claim), this::problem);
    }

    private void claim(ClaimFile file, Claim claim) {
        read++;
        entriesWithClaims.add(file.entry());
        if (ours.isOurs(file, claim)) {
            claims.add(resolver.take(read, file.entry(), claim));
            taken++;
        } else {
            others++;
        }
        if (read % PORTION == 0) {
            portion();
        }
    }

    /// A file that breaks off after some of its claims would be half a month: better none of it.
    private void problem(Problem problem) {
        problems.add(problem);
        found++;
        isBroken |= problem.severity() == Severity.REFUSES_FILE
                && entriesWithClaims.contains(problem.place().entry());
        if (problems.size() >= MOST_FINDINGS) {
            portion();
        }
    }

    private void portion() {
        sink.portion(List.copyOf(claims), List.copyOf(problems), read + found);
        claims.clear();
        problems.clear();
    }
}
