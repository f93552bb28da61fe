package org.tsunagu.checkupformat.cda;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.Ticket;

/// Reads the header of a checkup or guidance document (ヘッダ部), one child of `ClinicalDocument` at a time.
final class HeaderReader {

    private static final Patient NOBODY = new Patient(
            Field.ABSENT,
            Field.ABSENT,
            Field.ABSENT,
            Field.ABSENT,
            Field.ABSENT,
            Field.ABSENT,
            Field.ABSENT,
            Field.ABSENT,
            Address.ABSENT);

    private final XmlCursor xml;
    private final PartyReader parties;
    private final List<Ticket> tickets = new ArrayList<>(1);

    private Field typeIdRoot = Field.ABSENT;
    private Field typeIdExtension = Field.ABSENT;
    private Field category = Field.ABSENT;
    private Field categorySystem = Field.ABSENT;
    private Field created = Field.ABSENT;
    private Patient patient = NOBODY;
    private Field authorTime = Field.ABSENT;
    private Organization author = Organization.ABSENT;
    private Field programme = Field.ABSENT;
    private Field programmeSystem = Field.ABSENT;
    private Field examDate = Field.ABSENT;
    private Organization performer = Organization.ABSENT;

    HeaderReader(XmlCursor xml) {
        this.xml = xml;
        this.parties = new PartyReader(xml);
    }

    /// At a child of `ClinicalDocument`.
    void read(String element) throws RefusedXml {
        switch (element) {
            case "typeId" -> {
                typeIdRoot = xml.field("root");
                typeIdExtension = xml.field("extension");
            }
            case "code" -> category();
            case "effectiveTime" -> created = xml.field("value");
            case "recordTarget" ->
                patient = patient.equals(NOBODY) && xml.find("patientRole") ? parties.patient() : patient;
            case "author" -> author();
            case "participant" -> tickets.add(parties.ticket());
            case "documentationOf" -> {
                if (!programme.isThere() && xml.find("serviceEvent")) {
                    service();
                }
            }
            default -> {}
        }
    }

    private void category() throws RefusedXml {
        if (category.isThere()) {
            return;
        }
        category = xml.field("code");
        var system = xml.word("codeSystem");
        if (!system.isEmpty()) {
            categorySystem = xml.at(system);
            // Another system of the national format is a slip in one of ours: it is read, and the header checks tell.
            if (!system.startsWith(Oids.NATIONAL + ".")) {
                throw xml.refused("XML-FOREIGN-CDA", "actual", ShortName.of(system));
            }
        }
    }

    private void author() throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "time" -> authorTime = authorTime.isThere() ? authorTime : xml.field("value");
                case "assignedAuthor" ->
                    author = author.equals(Organization.ABSENT) && xml.find("representedOrganization")
                            ? parties.organization()
                            : author;
                default -> {}
            }
        }
    }

    private void service() throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "code" -> {
                    programme = xml.field("code");
                    programmeSystem = xml.field("codeSystem");
                }
                case "effectiveTime" -> examDate = date();
                case "performer" ->
                    performer = performer.equals(Organization.ABSENT)
                                    && xml.find("assignedEntity")
                                    && xml.find("representedOrganization")
                            ? parties.organization()
                            : performer;
                default -> {}
            }
        }
    }

    /// Some senders write `low` instead of `value`.
    private Field date() throws RefusedXml {
        var written = xml.field("value");
        return written.isEmpty() && xml.find("low") ? xml.field("value") : written;
    }

    /// Whether the document is one of guidance: report category 21 to 25, or 30 with the programme of guidance.
    boolean isGuidance() {
        return switch (category.text().strip()) {
            case "21", "22", "23", "24", "25" -> true;
            case "30" -> programme.text().strip().equals("100");
            default -> false;
        };
    }

    Header header() {
        return new Header(
                typeIdRoot,
                typeIdExtension,
                category,
                categorySystem,
                created,
                patient,
                authorTime,
                author,
                List.copyOf(tickets),
                programme,
                programmeSystem,
                examDate,
                performer);
    }
}
