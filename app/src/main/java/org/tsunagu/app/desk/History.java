package org.tsunagu.app.desk;

import java.util.List;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.checkups.Standing;
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.desk.timeline.Timeline;

/// What the person page tells beside the judgement (個人ページの経緯).
///
/// @param given what was given of the person to others, or refused
/// @param elsewhere other insurers at which whoever looks may see persons as well
public record History(
        List<Standing> standings,
        List<Consent> consents,
        List<Disclosure> given,
        Timeline timeline,
        List<Insurer> elsewhere) {}
