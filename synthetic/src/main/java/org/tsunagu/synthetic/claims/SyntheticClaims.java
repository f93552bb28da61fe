package org.tsunagu.synthetic.claims;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.MasterFiles;
import org.tsunagu.synthetic.course.Calendar;
import org.tsunagu.synthetic.course.Course;
import org.tsunagu.synthetic.course.Courses;
import org.tsunagu.synthetic.course.People;
import org.tsunagu.synthetic.course.PlantedClaim;
import org.tsunagu.synthetic.course.Targets;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.people.Member;

/// Makes the claims of an invented insurer (人工レセプト): `claims/` as the insurer receives them, one
/// file a month and kind, `claims-as-submitted/` as providers send them when asked for, `masters/` with
/// the codes they use, and `planted-claims.csv` with what is to be found in them. Months are made side by
/// side; each depends only on itself.
public final class SyntheticClaims {

    /// Months after the last care month in which claims still come.
    private static final int MONTHS_AFTER = 3;

    private final long seed;
    private final String insurer;
    private final Calendar calendar;
    private final People people;
    private final Care care = Care.shipped();
    private final Targets targets = Targets.shipped();
    private final Assumptions assumptions = Courses.assumptions();

    /// Claims of members whose checkups are given.
    ///
    /// @param people what the checkups say about them
    public SyntheticClaims(long seed, String insurer, People people) {
        this.seed = seed;
        this.insurer = insurer;
        this.people = people;
        this.calendar = Calendar.of(people.firstYear(), people.lastYear());
    }

    /// Hears how many months are done (進捗).
    @FunctionalInterface
    public interface Heard {
        /// Some of the months are done.
        void at(long done, long total);
    }

    /// What was made (作成結果).
    public record Made(Tally tally, int planted) {}

    /// Writes everything into a folder.
    ///
    /// @param lastMonths how many of the last care months
    /// @param asSubmitted whether to write what providers send as well
    /// @param heard of every month that is done
    public Made write(Path out, List<Member> members, int lastMonths, boolean asSubmitted, Heard heard)
            throws IOException {
        new MasterFiles(care, calendar.first().atDay(1)).write(out.resolve("masters"));
        var courses = new Courses(seed, care, targets, calendar, people);
        var all = members.parallelStream().map(courses::of).toList();
        var span = new Span(calendar, Math.max(0, calendar.months() - lastMonths));
        var results = months(out, all, span, asSubmitted, heard);
        var tally = new Tally();
        var planted = new ArrayList<PlantedClaim>();
        all.forEach(course -> planted.addAll(course.planted()));
        results.forEach(result -> {
            tally.add(result.tally());
            planted.addAll(result.planted());
        });
        if (span.from() == 0) {
            planted.addAll(new Unseen(people.attendance(), people.firstYear(), people.lastYear()).of(all, tally));
        }
        planted.sort(Comparator.comparing(PlantedClaim::kind)
                .thenComparingInt(PlantedClaim::member)
                .thenComparing(PlantedClaim::from)
                .thenComparing(PlantedClaim::what));
        list(out.resolve("planted-claims.csv"), planted);
        return new Made(tally, planted.size());
    }

    private List<ClaimMonth> months(Path out, List<Course> courses, Span span, boolean asSubmitted, Heard heard)
            throws IOException {
        var careMonths = new CareMonths(seed, care, targets, calendar);
        var rows = new Rows(insurer, assumptions);
        var finished = new AtomicLong();
        var end = calendar.months() + MONTHS_AFTER;
        try {
            return IntStream.range(span.from() + 1, end)
                    .parallel()
                    .mapToObj(month -> {
                        var claimMonth = new ClaimMonth(seed, careMonths, span, rows, assumptions);
                        write(out, courses, month, asSubmitted, claimMonth);
                        heard.at(finished.incrementAndGet(), end - span.from() - 1);
                        return claimMonth;
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private void write(Path out, List<Course> courses, int month, boolean asSubmitted, ClaimMonth claimMonth) {
        var at = calendar.at(month);
        try (var insurerFiles = new InsurerFiles(out.resolve("claims"), at, insurer)) {
            var providers = asSubmitted
                    ? Optional.of(new ProviderFiles(out.resolve("claims-as-submitted"), at))
                    : Optional.<ProviderFiles>empty();
            claimMonth.write(courses, month, new ClaimMonth.Sink(insurerFiles, providers));
            insurerFiles.finish();
            if (providers.isPresent()) {
                providers.get().finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void list(Path file, List<PlantedClaim> planted) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(PlantedClaim.HEADING);
            for (var one : planted) {
                writer.write(one.line());
            }
        }
    }
}
