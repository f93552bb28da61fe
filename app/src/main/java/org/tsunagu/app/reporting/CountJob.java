package org.tsunagu.app.reporting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.guidance.DrugStarters;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.reporting.CandidateReader.Loose;
import org.tsunagu.app.tables.RuleSet;
import org.tsunagu.app.tickets.Exclusions;

/// Counts a year (年度の集計) in one transaction: a count that is killed has not begun.
@Component
class CountJob implements JobHandler {

    private final Reports reports;
    private final CandidateReader reader;
    private final ReportStore store;
    private final Writings writings;
    private final Sources sources;
    private final Guidance guidance;
    private final DrugStarters drugStarters;
    private final Exclusions exclusions;
    private final Audit audit;
    private final Clock clock;

    CountJob(
            Reports reports,
            CandidateReader reader,
            ReportStore store,
            Writings writings,
            Sources sources,
            Guidance guidance,
            DrugStarters drugStarters,
            Exclusions exclusions,
            Audit audit,
            Clock clock) {
        this.reports = reports;
        this.reader = reader;
        this.store = store;
        this.writings = writings;
        this.sources = sources;
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
        if (report.isReady()) {
            return;
        }
        steps.commit("counted", 1, 1, () -> count(job.insurer(), report));
    }

    private void count(InsurerId insurer, Report report) {
        var repairs = sources.lastRepair();
        var counting = new Counting(
                report.year(),
                GuidanceOfYear.read(guidance, drugStarters, insurer, report.year()),
                exclusions.counting(insurer));
        var pen = store.new Pen(insurer, report.id());
        var people = new int[1];
        reader.each(report.year(), candidate -> {
            pen.write(counting.count(candidate));
            people[0]++;
        });
        loose(reader.loose(report.year()), pen);
        pen.flush();
        store.close(insurer, report, RuleSet.id(), repairs, OffsetDateTime.now(clock));
        if (report.kind() == Report.Kind.COUNT) {
            store.replace(report);
        } else {
            writings.ask(insurer, report.id(), report.createdBy());
        }
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
                                        people[0])));
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
