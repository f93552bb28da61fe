package org.tsunagu.app.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.guidance.DrugStarters;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.reporting.CandidateReader.Loose;
import org.tsunagu.app.reporting.ReportCourses.Finished;
import org.tsunagu.app.tables.RuleSet;
import org.tsunagu.app.tickets.Exclusions;
import org.tsunagu.codes.insurer.InsurerNumber;

/// Counts a year (年度の集計) in one transaction that sees the data of one moment: a count that is killed has
/// not begun.
@Component
class CountJob implements JobHandler {

    private static final String COUNTED = "counted";
    private static final String NOTED = "noted";

    private final Reports reports;
    private final CandidateReader reader;
    private final ReportStore store;
    private final ReportCourses courses;
    private final Writings writings;
    private final Sources sources;
    private final Insurers insurers;
    private final Guidance guidance;
    private final DrugStarters drugStarters;
    private final Exclusions exclusions;
    private final Audit audit;
    private final Clock clock;

    CountJob(
            Reports reports,
            CandidateReader reader,
            ReportStore store,
            ReportCourses courses,
            Writings writings,
            Sources sources,
            Insurers insurers,
            Guidance guidance,
            DrugStarters drugStarters,
            Exclusions exclusions,
            Audit audit,
            Clock clock) {
        this.reports = reports;
        this.reader = reader;
        this.store = store;
        this.courses = courses;
        this.writings = writings;
        this.sources = sources;
        this.insurers = insurers;
        this.guidance = guidance;
        this.drugStarters = drugStarters;
        this.exclusions = exclusions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Reports.JOB;
    }

    @Override
    public void work(Job job, Steps steps) {
        var report = reports.of(job.insurer(), Long.parseLong(job.subject()));
        if (!report.isReady()) {
            steps.snapshot(COUNTED, 1, 1, () -> count(job.insurer(), report));
        }
        // The chain of the ledger goes on while it is counted: an entry belongs to the moment in which it is made.
        if (!job.step().equals(NOTED)) {
            steps.commit(NOTED, 1, 1, () -> note(job.insurer(), report));
        }
    }

    /// Everything is read as of one moment: what is counted and what is frozen belong together.
    private void count(InsurerId insurer, Report report) {
        var repairs = sources.lastRepair();
        var counting = new Counting(
                report.year(),
                GuidanceOfYear.read(guidance, drugStarters, insurer, report.year()),
                exclusions.counting(insurer, report.year()));
        var pen = store.new Pen(insurer, report.id());
        var finished = new ArrayList<Finished>();
        reader.each(report.year(), candidate -> {
            var counted = counting.count(candidate);
            pen.write(counted);
            counted.guided().ifPresent(finished::add);
        });
        courses.write(insurer, report.id(), finished, writing(insurer, report), repairs, pen);
        loose(reader.loose(report.year()), pen);
        pen.flush();
        store.close(insurer, report, RuleSet.id(), repairs, OffsetDateTime.now(clock));
        if (report.kind() == Report.Kind.COUNT) {
            store.replace(report);
        } else {
            writings.ask(insurer, report.id(), report.createdBy());
        }
    }

    private ReportGuidance writing(InsurerId insurer, Report report) {
        var number = insurers.all().stream()
                .filter(one -> one.id().equals(insurer))
                .map(Insurer::number)
                .findFirst()
                .orElseThrow();
        return new ReportGuidance(report.archiveDay().orElseGet(() -> LocalDate.now(clock)), digits(number));
    }

    private static String digits(String number) {
        return InsurerNumber.of(number).map(InsurerNumber::digits).orElse(number);
    }

    private void note(InsurerId insurer, Report report) {
        audit.noteAsSystem(
                insurer,
                new Look(
                        Look.Kind.BATCH,
                        "report",
                        0,
                        "report",
                        Look.OWN_WORK,
                        "/reports",
                        "report %d, %s of fiscal year %d, %d people"
                                .formatted(
                                        report.id(),
                                        report.kind(),
                                        report.year().year(),
                                        store.people(report.id()))));
    }

    /// What a document without a member would change nobody can say: the person may be counted by another
    /// one, or be no target.
    private static void loose(List<Loose> documents, ReportStore.Pen pen) {
        for (var loose : documents) {
            var kind = loose.isRejected() ? "REJECTED" : "NO_MEMBER";
            pen.write(0, Gap.without(kind, 0, loose.documentId(), List.of()));
        }
    }
}
