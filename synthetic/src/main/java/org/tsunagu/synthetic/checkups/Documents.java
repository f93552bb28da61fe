package org.tsunagu.synthetic.checkups;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.people.Visit;
import org.tsunagu.synthetic.world.Institution;
import org.tsunagu.synthetic.world.Place;

/// Makes checkup documents (特定健診情報ファイル) of invented people.
public final class Documents {
    private static final String ROOT = "1.2.392.200119.6.";
    private static final String SPECIFIC_CHECKUP = "10";
    private static final String PROGRAMME = "010";
    private static final String SECTION = "01010";
    private static final String CHECKUP_TICKET = "1";

    private final String insurer;
    private final Checkups checkups;
    private final Sheets sheets;

    /// Documents for one insurer.
    public Documents(String insurer, Checkups checkups, Sheets sheets) {
        this.insurer = insurer;
        this.checkups = checkups;
        this.sheets = sheets;
    }

    /// The document of a visit and what it was made from.
    public record Made(Checkup checkup, Sheets.Written written, CheckupDocument document) {}

    /// The document of a visit.
    ///
    /// @param created the day it is written and sent
    public Made make(Visit visit, LocalDate created) {
        var checkup = checkups.of(visit);
        var written = sheets.write(checkup, visit.institution());
        var document = new CheckupDocument(header(visit, created), List.of(Field.of(SECTION)), written.observations());
        return new Made(checkup, written, document);
    }

    private Header header(Visit visit, LocalDate created) {
        var organization = organization(visit.institution());
        var day = Field.of(Dates.compact(created));
        return new Header(
                Field.of("2.16.840.1.113883.1.3"),
                Field.of("POCD_HD000040"),
                Field.of(SPECIFIC_CHECKUP),
                Field.of(ROOT + "1001"),
                day,
                patient(visit),
                day,
                organization,
                List.of(ticket(visit)),
                Field.of(PROGRAMME),
                Field.of(ROOT + "1002"),
                Field.of(Dates.compact(visit.date())),
                organization);
    }

    private Patient patient(Visit visit) {
        var member = visit.member();
        return new Patient(
                Field.of(insurer),
                Field.of(member.household().symbol()),
                Field.of(member.household().number()),
                Field.of(member.branch()),
                Field.of(member.name().kana()),
                Field.of(member.sex().code()),
                Field.of(ROOT + "1104"),
                Field.of(Dates.compact(member.birth())),
                address(member.household().place()));
    }

    private Ticket ticket(Visit visit) {
        var year = FiscalYear.containing(visit.date());
        var number = "%02d%s%08d"
                .formatted(year.year() % 100, CHECKUP_TICKET, visit.member().id());
        return new Ticket(
                Field.of(CHECKUP_TICKET),
                Field.of(Dates.compact(year.lastDay())),
                Field.of(number),
                Field.of(ROOT + "209.1" + insurer),
                Field.of(insurer));
    }

    private static Organization organization(Institution institution) {
        return new Organization(
                Field.of(institution.number().digits()),
                Field.of(institution.name()),
                Field.of(institution.telecom()),
                address(institution.place()));
    }

    private static Address address(Place place) {
        return new Address(Field.of(place.address()), Field.of(place.postalCode()));
    }
}
