package org.tsunagu.synthetic.people;

import java.time.LocalDate;
import org.tsunagu.synthetic.world.Institution;

/// One attendance at a checkup (受診).
public record Visit(Member member, LocalDate date, Institution institution) {}
