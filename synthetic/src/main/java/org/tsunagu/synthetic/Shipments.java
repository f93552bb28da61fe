package org.tsunagu.synthetic;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.synthetic.people.Visit;
import org.tsunagu.synthetic.world.Institution;

/// Which checkups go into which archive (送付の単位): those of one institution in one month or quarter, sent two weeks
/// later.
record Shipments(List<Shipment> all) {
    private static final int DAYS_LATER = 15;
    private static final int MONTHS = 12;
    private static final int QUARTER = 3;
    private static final int SPECIFIC_CHECKUP = 1;

    /// One archive to be (送付).
    record Shipment(Institution institution, LocalDate sent, List<Visit> visits) {
        ArchiveName name(String insurer) {
            return new ArchiveName(institution.number().digits(), insurer, sent, 0, SPECIFIC_CHECKUP);
        }
    }

    /// Sorts checkups into archives; the order of archives and of the checkups in them depends on nothing but their
    /// institutions, dates and people.
    static Shipments of(List<Visit> visits) {
        var byArchive = new TreeMap<String, List<Visit>>();
        for (var visit : visits) {
            var key = visit.institution().id() + sent(visit.institution(), visit.date());
            byArchive.computeIfAbsent(key, k -> new ArrayList<>()).add(visit);
        }
        return new Shipments(
                byArchive.values().stream().map(Shipments::shipment).toList());
    }

    private static Shipment shipment(List<Visit> visits) {
        var first = visits.getFirst();
        var sorted = visits.stream()
                .sorted(Comparator.comparing(Visit::date)
                        .thenComparingInt(visit -> visit.member().id()))
                .toList();
        return new Shipment(first.institution(), sent(first.institution(), first.date()), sorted);
    }

    private static LocalDate sent(Institution institution, LocalDate date) {
        var more = institution.cycle().equals("quarter") ? (MONTHS - date.getMonthValue()) % QUARTER : 0;
        return date.plusMonths(more).with(TemporalAdjusters.lastDayOfMonth()).plusDays(DAYS_LATER);
    }
}
