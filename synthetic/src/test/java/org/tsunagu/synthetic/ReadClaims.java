package org.tsunagu.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.ClaimReader;
import org.tsunagu.claimsformat.claim.Status;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.ClaimFileLimits;
import org.tsunagu.claimsformat.record.ClaimFiles;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Drug;

/// What a reader finds in a folder of claims, told by member.
final class ReadClaims {

    private static final String DIALYSIS = "140058110";

    final List<Problem> problems = new ArrayList<>();
    final Map<Status, Integer> statuses = new HashMap<>();
    final Map<Kind, Long> points = new HashMap<>();
    /// Member, ingredient, month: days by institution.
    final Map<Integer, Map<String, Map<YearMonth, Map<String, Integer>>>> supplies = new TreeMap<>();
    final Map<Integer, Set<YearMonth>> months = new TreeMap<>();
    final Map<Integer, Set<YearMonth>> dialysis = new TreeMap<>();
    final Set<String> codes = new HashSet<>();
    final List<String> claims = new ArrayList<>();
    final Map<String, Integer> members = new HashMap<>();
    final Map<Integer, LocalDate[]> covered = new HashMap<>();
    long reduction;

    private final Map<String, Drug> drugs = new HashMap<>();

    private ReadClaims(Path folder) {
        Care.shipped().drugs().forEach(drug -> drugs.put(drug.code(), drug));
        for (var line : lines(folder.resolve("members.csv"))) {
            var cells = line.split(",", -1);
            var id = Integer.parseInt(cells[0]);
            members.put(cells[3] + "-" + cells[4], id);
            var to = cells[15].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[15]);
            covered.put(id, new LocalDate[] {LocalDate.parse(cells[14]), to});
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadClaims of(Path folder, String claims) {
        var read = new ReadClaims(folder);
        var reader = new ClaimReader(ClaimCatalogue.shipped());
        var reporter = new Reporter(ClaimCatalogue.shipped(), read.problems::add);
        new ClaimFiles(ClaimFileLimits.standard(), reporter, file -> reader.read(file, read::add, read.problems::add))
                .find(folder.resolve(claims));
        return read;
    }

    private void add(Claim claim) {
        statuses.merge(claim.status(), 1, Integer::sum);
        var member = members.get(claim.person().number() + "-" + claim.person().branch());
        if (claim.status() != Status.COUNTED || member == null) {
            return;
        }
        claims.add(member + " " + claim.careMonth() + " " + claim.kind().tag());
        points.merge(claim.kind(), claim.amounts().pointsDecided(), Long::sum);
        reduction += claim.amounts().reduction();
        months.computeIfAbsent(member, m -> new HashSet<>()).add(claim.careMonth());
        var place = claim.prescriber().orElse(claim.institution()).code();
        for (var line : claim.claimed().lines()) {
            codes.add(line.code());
            if (line.code().equals(DIALYSIS)) {
                dialysis.computeIfAbsent(member, m -> new HashSet<>()).add(claim.careMonth());
            }
            var drug = drugs.get(line.code());
            if (drug != null && drug.isInternal()) {
                supplies.computeIfAbsent(member, m -> new TreeMap<>())
                        .computeIfAbsent(drug.ingredient(), i -> new TreeMap<>())
                        .computeIfAbsent(claim.careMonth(), m -> new TreeMap<>())
                        .merge(place, line.times(), Integer::sum);
            }
        }
        claim.diseases().forEach(disease -> codes.add(disease.code()));
    }

    boolean isInsured(int member, LocalDate day) {
        var days = covered.get(member);
        return days != null && !day.isBefore(days[0]) && !day.isAfter(days[1]);
    }
}
