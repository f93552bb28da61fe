package org.tsunagu.statistics.ratio;

/// One cell of age and sex (層) with its share of the standard.
///
/// @param group what is never joined with another, for example the sex
/// @param events persons with the finding, or events
/// @param persons persons or person-years
/// @param weight share of the standard, in any unit
public record Stratum(String group, long events, double persons, double weight) {

    /// Refuses what cannot be counted.
    public Stratum {
        if (events < 0 || !(persons >= 0) || !(weight >= 0) || (events > 0 && persons == 0)) {
            throw new IllegalArgumentException(
                    "stratum %s: %d of %s, weight %s".formatted(group, events, persons, weight));
        }
    }

    Stratum with(Stratum other) {
        return new Stratum(group, events + other.events, persons + other.persons, weight + other.weight);
    }

    boolean isEmpty() {
        return persons == 0 && weight > 0;
    }
}
