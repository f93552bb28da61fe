package org.tsunagu.app.planning.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.planning.Plans;
import org.tsunagu.app.planning.Target;
import org.tsunagu.app.planning.Targets;
import org.tsunagu.app.planning.YearCounts;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.letters.report.Report;
import org.tsunagu.letters.report.ReportOdt;
import org.tsunagu.letters.report.ReportPdf;
import org.tsunagu.rules.plan.Growth;

/// The plan of a period as it would be today (計画書の案): nothing of it is kept. Who may not see persons sees it as the
/// public would.
@Service
public class Drafts {

    private final Figures figures;
    private final Strata strata;
    private final Parts parts;
    private final Targets targets;
    private final YearCounts counts;
    private final Clock clock;

    Drafts(Figures figures, Strata strata, Parts parts, Targets targets, YearCounts counts, Clock clock) {
        this.figures = figures;
        this.strata = strata;
        this.parts = parts;
        this.targets = targets;
        this.counts = counts;
        this.clock = clock;
    }

    /// The draft as a file.
    public byte[] pdf(PlanPeriod period) {
        return pdf(report(period));
    }

    /// The draft as a file to go on with in a word processor.
    public byte[] odt(PlanPeriod period) {
        return odt(report(period));
    }

    private Report report(PlanPeriod period) {
        var masking = Actors.current().may(Permission.VIEW_PERSONS) ? Masking.none() : Masking.strict();
        return document(period).report(masking, Optional.empty(), clock.instant());
    }

    /// The counts that its results are taken from.
    public YearCounts.State counts(PlanPeriod period) {
        return counts.state(Figures.lastCounted(period, LocalDate.now(clock)));
    }

    /// A mark of what a document of the current insurer is made of: it differs when anything of it was changed.
    String inputs(PlanPeriod period) {
        var set = Plans.years(period).stream()
                .mapToInt(year -> targets.find(year).map(Target::version).orElse(0))
                .sum();
        var counted = counts(period).report().map(one -> one.id()).orElse(0L);
        return "%d-%d-%d".formatted(parts.count(period), set, counted);
    }

    /// Everything that a document of the current insurer is made of, as it is now.
    PlanDocument document(PlanPeriod period) {
        var own = new HashMap<String, String>();
        parts.of(period).forEach((key, part) -> own.put(key, part.text()));
        Map<String, String> growths = new LinkedHashMap<>();
        strata.of(period).forEach(one -> growths.put(one.key(), words(one)));
        return new PlanDocument(period, Actors.current().insurer().name(), own, growths, figures.of(period));
    }

    private static String words(Strata.Growing one) {
        var key = one.growth() instanceof Growth.Step ? "growth.step" : "growth.factor";
        var stratum = one.stratum();
        return Words.word(key, "kind", stratum.kind(), "sex", stratum.sex(), "growth", one.number());
    }

    static byte[] pdf(Report report) {
        var out = new ByteArrayOutputStream();
        try {
            ReportPdf.write(report, Words.word("contents"), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] odt(Report report) {
        var out = new ByteArrayOutputStream();
        try {
            ReportOdt.write(report, Words.word("contents"), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
