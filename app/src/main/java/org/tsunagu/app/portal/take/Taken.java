package org.tsunagu.app.portal.take;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.claims.PersonCare;
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.guidance.PersonCourse;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Watched;
import org.tsunagu.app.tickets.Ticket;

/// Everything that a member takes along (持ち帰るデータ).
///
/// @param looks empty for a proxy
/// @param isProxy whether a proxy takes it, from whom some things of care are kept
public record Taken(
        Insurer insurer,
        OffsetDateTime at,
        LocalDate today,
        OwnData.Checked checked,
        PersonCare.Care care,
        List<PersonCourse> courses,
        List<Ticket> tickets,
        List<Consent> consents,
        List<Watched.Line> looks,
        boolean isProxy) {}
