package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.table.Lazy;

/// The reception checks of one document (健診結果・保健指導情報の受付チェック): header, person, tickets, every result and how they fit
/// together, by the master of the checkup date. One fault is one finding; no content of a document is an exception.
///
/// Thread safe: tables are prepared once, each document has its own working space. CHK-ITM-026, which needs the rules,
/// is not here.
public final class DocumentChecks {

    private final ReceptionContext context;
    private final int items;
    private final HeaderChecks headers;
    private final PersonChecks persons;
    private final TicketChecks tickets = new TicketChecks();
    private final KindChecks kinds = new KindChecks();
    private final GuidanceChecks guidance = new GuidanceChecks();
    private final GuidanceOutcome outcomes = new GuidanceOutcome();
    private final List<Stretch> periods = new ArrayList<>();

    /// Checks against a master, with the tables as shipped.
    public DocumentChecks(Items items, ReceptionContext context) {
        this.context = context;
        this.items = items.all().size();
        this.headers = new HeaderChecks(context);
        this.persons = new PersonChecks(context);
        var masters = ItemMaster.all(items);
        masters.forEach(master ->
                periods.add(new Stretch(master.day(), new Lazy<>(this, () -> new PeriodChecks(master, masters)))));
    }

    /// Checks a checkup document. Without a usable checkup date the results are not checked: which items and codes
    /// there
    /// are depends on it.
    public void check(CheckupDocument document, Place place, Reporter reporter) {
        var findings = new Findings(place, reporter);
        var subject = Subject.of(document.header(), false, context.receivedOn(), findings);
        header(subject);
        kinds.check(subject, document.sections());
        var day = subject.serviceDay();
        if (day.isPresent()) {
            var results = new Results(document.observations(), items);
            period(day.get()).check(new Checkup(document, day.get(), results, findings));
        }
    }

    /// Checks a guidance document by itself.
    public void check(GuidanceDocument document, Place place, Reporter reporter) {
        guidance(document, place, reporter);
    }

    /// Checks a guidance document by itself and against the checkup that led to it.
    public void check(GuidanceDocument document, CheckupBaseline checkup, Place place, Reporter reporter) {
        outcomes.check(guidance(document, place, reporter), checkup);
    }

    private Guidance guidance(GuidanceDocument document, Place place, Reporter reporter) {
        var subject = Subject.of(document.header(), true, context.receivedOn(), new Findings(place, reporter));
        header(subject);
        return guidance.check(document, subject);
    }

    private void header(Subject subject) {
        headers.check(subject);
        var knowsInsurer = persons.check(subject);
        tickets.check(subject, knowsInsurer);
    }

    private PeriodChecks period(LocalDate day) {
        var index = periods.size() - 1;
        while (index > 0 && day.isBefore(periods.get(index).day())) {
            index--;
        }
        return periods.get(index).checks().get();
    }

    /// The checks of one stretch of time, from its first day on.
    private record Stretch(LocalDate day, Lazy<PeriodChecks> checks) {}
}
