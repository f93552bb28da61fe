package org.tsunagu.app.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.reporting.ReportGuidance.Built;
import org.tsunagu.app.reporting.Writings.Listed;
import org.tsunagu.app.reporting.Writings.NotWritten;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.ArchiveWriter;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// One writing of an archive from beginning to end (送付用ファイルの1回の作成): first the results, then the guidance
/// of people whose result is in it.
final class ArchiveRun {

    private static final int DOCUMENTS_A_STEP = 1000;

    private final InsurerId insurer;
    private final Steps steps;
    private final Sources sources;
    private final ReportCourses courses;
    private final Report report;
    private final Map<Long, Map<String, String>> rechecks;
    private final ReportDocuments documentsOfReport;
    private final ReportGuidance guidanceOfReport;
    private final Set<Long> withResult = new HashSet<>();
    private final List<NotWritten> refused = new ArrayList<>();
    private int total;
    private int results;
    private int guidance;

    /// What is written.
    ///
    /// @param rechecks what the insurer found out about drugs by then, by document and item
    record What(Report report, Map<Long, Map<String, String>> rechecks) {}

    ArchiveRun(InsurerId insurer, Steps steps, Sources sources, ReportCourses courses, What what, ArchiveName name) {
        this.insurer = insurer;
        this.steps = steps;
        this.sources = sources;
        this.courses = courses;
        this.report = what.report;
        this.rechecks = what.rechecks;
        this.documentsOfReport = new ReportDocuments(name.date(), name.sender());
        this.guidanceOfReport = new ReportGuidance(name.date(), name.sender());
    }

    int results() {
        return results;
    }

    int guidance() {
        return guidance;
    }

    List<NotWritten> refused() {
        return refused;
    }

    /// Writes all of it; the archive stays open.
    void write(ArchiveWriter archive, List<Listed> listed, List<List<ReportCourse>> guided) {
        total = listed.size() + guided.stream().mapToInt(List::size).sum();
        Map<Long, List<Listed>> byDelivery = listed.stream()
                .collect(Collectors.groupingBy(Listed::deliveryId, LinkedHashMap::new, Collectors.toList()));
        byDelivery.forEach((delivery, some) -> delivery(archive, delivery, some));
        guided.forEach(some -> guidance(archive, some));
    }

    private void delivery(ArchiveWriter archive, long delivery, List<Listed> listed) {
        var missing = new LinkedHashMap<String, Listed>();
        listed.forEach(one -> missing.put(one.entry(), one));
        sources.each(
                insurer,
                delivery,
                List.copyOf(missing.keySet()),
                report.repairsUntil(),
                (entry, document) ->
                        Optional.ofNullable(missing.remove(entry)).ifPresent(one -> add(archive, one, document)));
        missing.values().forEach(one -> refused.add(refusal(one, "ORIGINAL")));
    }

    private void add(ArchiveWriter archive, Listed one, CheckupDocument document) {
        try {
            archive.add(documentsOfReport.of(document, rechecks.getOrDefault(one.documentId(), Map.of())));
            results++;
            withResult.add(one.memberId());
        } catch (IllegalArgumentException notValid) {
            refused.add(refusal(one, String.valueOf(notValid.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress();
    }

    private void guidance(ArchiveWriter archive, List<ReportCourse> some) {
        var wanted = new ArrayList<ReportCourse>();
        for (var course : some) {
            if (!course.problems().isEmpty()) {
                refuse(course, course.problems());
            } else if (!withResult.contains(course.memberId())) {
                refuse(course, List.of("NO_RESULT"));
            } else {
                wanted.add(course);
            }
        }
        courses.built(
                insurer,
                wanted,
                guidanceOfReport,
                report.repairsUntil(),
                (course, built) -> add(archive, course, built));
    }

    private void add(ArchiveWriter archive, ReportCourse course, Built built) {
        if (built.document().isEmpty()) {
            refuse(course, built.problems());
            return;
        }
        try {
            archive.add(built.document().get());
            guidance++;
        } catch (IllegalArgumentException notValid) {
            refused.add(new NotWritten(course.memberId(), 0, course.courseId(), String.valueOf(notValid.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress();
    }

    private void refuse(ReportCourse course, List<String> problems) {
        refused.add(new NotWritten(course.memberId(), 0, course.courseId(), String.join("|", problems)));
        progress();
    }

    private void progress() {
        var done = results + guidance + refused.size();
        if (done % DOCUMENTS_A_STEP == 0) {
            steps.commit("documents", done, total, () -> {});
        }
    }

    private static NotWritten refusal(Listed one, String problem) {
        return new NotWritten(one.memberId(), one.documentId(), 0, problem);
    }
}
