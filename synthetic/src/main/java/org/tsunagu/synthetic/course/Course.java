package org.tsunagu.synthetic.course;

import java.util.List;
import org.tsunagu.synthetic.people.Member;

/// Everything that can be known ahead of a member's care (診療の経過); what comes and goes in a month is
/// drawn in the month.
///
/// @param isUnseen whether the person never sees a doctor
/// @param planted what can be found of the person
public record Course(
        Member member, List<Treatment> treatments, List<Stay> stays, boolean isUnseen, List<PlantedClaim> planted) {}
