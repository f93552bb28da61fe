package org.tsunagu.spark.ingest;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.ClaimReader;
import org.tsunagu.claimsformat.claim.Status;
import org.tsunagu.claimsformat.disease.Bucket;
import org.tsunagu.claimsformat.disease.Diseases;
import org.tsunagu.claimsformat.disease.Diseases.Classified;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.ClaimFileLimits;
import org.tsunagu.claimsformat.record.ClaimFiles;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.measures.mart.MartBatch;
import org.tsunagu.measures.mart.MartRows;

/// The claims of a file (レセプトの読み取り). The main disease bears the whole cost of its claim (主傷病法): the proportional way
/// needs to know the whole population before the first claim is shared out.
final class ClaimRows implements Rows {

    private final Pseudonyms pseudonyms;
    private final MartBatch mart;
    private final Diseases diseases;

    ClaimRows(Pseudonyms pseudonyms, MartBatch mart, Masters masters) {
        this.pseudonyms = pseudonyms;
        this.mart = mart;
        this.diseases = new Diseases(masters, List.of(), Locale.JAPANESE);
    }

    @Override
    public void read(Path file, Map<String, Long> found) {
        var reader = new ClaimReader(ClaimCatalogue.shipped());
        var reporter = new Reporter(ClaimCatalogue.shipped(), problem -> count(problem, found));
        new ClaimFiles(ClaimFileLimits.standard(), reporter, one -> read(reader, one, found)).find(file);
    }

    private static void count(Problem problem, Map<String, Long> found) {
        found.merge(problem.code(), 1L, Long::sum);
    }

    private void read(ClaimReader reader, ClaimFile file, Map<String, Long> found) {
        reader.read(
                file,
                claim -> {
                    if (claim.status() == Status.COUNTED) {
                        write(claim);
                    }
                },
                problem -> count(problem, found));
    }

    private void write(Claim claim) {
        var owner = owner(claim);
        var all = diseases.of(claim);
        var bearer = Math.max(0, all.stream().map(Classified::isMain).toList().indexOf(true));
        try {
            claim(claim, owner, all, bearer);
            diseases(claim, owner, all, bearer);
        } catch (SQLException e) {
            throw new IllegalStateException("a claim could not be written", e);
        }
    }

    /// Whose claim it is (レセプトの主): the cells with which its rows begin.
    private record Owner(long claim, String person, String insurer, int year) {
        MartRows row(MartRows rows) throws SQLException {
            return rows.row().big(claim).text(person).text(insurer).number(year);
        }
    }

    private Owner owner(Claim claim) {
        var whose = claim.person();
        var insurer = Pseudonyms.insurer(whose.insurerNumber());
        var person = pseudonyms.person(
                insurer,
                whose.symbol(),
                whose.number(),
                whose.birth().map(LocalDate::toString).orElse(""),
                whose.sex().map(Sex::code).orElse(""));
        return new Owner(
                id(claim, insurer, person),
                person,
                insurer,
                FiscalYear.containing(claim.careMonth().atDay(1)).year());
    }

    /// The same claim has the same number wherever it comes from: by its search number, else by what it says.
    private long id(Claim claim, String insurer, String person) {
        var month = claim.claimMonth().orElse(claim.careMonth()).toString();
        var place = claim.institution().reviewBody() + claim.institution().key();
        return claim.searchNumber().isEmpty()
                ? pseudonyms.number(
                        insurer,
                        person,
                        month,
                        place,
                        claim.careMonth().toString(),
                        claim.kind().tag(),
                        Boolean.toString(claim.isInpatient()),
                        Long.toString(claim.amounts().pointsClaimed()))
                : pseudonyms.number(insurer, month, place, claim.searchNumber());
    }

    private void claim(Claim claim, Owner owner, List<Classified> all, int bearer) throws SQLException {
        owner.row(mart.rows("claim"))
                .number(Integer.parseInt(claim.careMonth().toString().replace("-", "")))
                .text(claim.kind().tag())
                .truth(claim.isInpatient())
                .number(claim.days())
                .big(claim.amounts().costYen())
                .text(all.isEmpty() ? bucket(claim) : middle(all.get(bearer)))
                .text(all.isEmpty() ? "" : lifestyle(all.get(bearer)));
    }

    private void diseases(Claim claim, Owner owner, List<Classified> all, int bearer) throws SQLException {
        var rows = mart.rows("claim_disease");
        if (all.isEmpty()) {
            owner.row(rows)
                    .number(1)
                    .text(bucket(claim))
                    .text("")
                    .truth(false)
                    .big(claim.amounts().costYen());
        }
        for (var i = 0; i < all.size(); i++) {
            owner.row(rows)
                    .number(i + 1)
                    .text(middle(all.get(i)))
                    .text(lifestyle(all.get(i)))
                    .truth(all.get(i).disease().isSuspected())
                    .big(i == bearer ? claim.amounts().costYen() : 0);
        }
    }

    private static String bucket(Claim claim) {
        return (claim.kind() == Kind.DISPENSING ? Bucket.PHA_UNMATCHED : Bucket.NODISEASE)
                .group()
                .code();
    }

    private static String middle(Classified one) {
        return one.disease().middle().code();
    }

    private static String lifestyle(Classified one) {
        return one.disease().lifestyle().map(Group::code).orElse("");
    }
}
