package org.tsunagu.synthetic.people;

import org.tsunagu.synthetic.world.Employer;
import org.tsunagu.synthetic.world.Place;

/// One insured person with the dependants (世帯).
///
/// @param id from 1
/// @param surname of everybody in it
/// @param symbol 記号, full-width digits
/// @param number 番号, unlike that of any other household
public record Household(int id, PersonName surname, Place place, Employer employer, String symbol, String number) {}
