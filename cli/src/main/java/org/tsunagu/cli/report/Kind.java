package org.tsunagu.cli.report;

import java.util.Comparator;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;

/// How often one check failed (不備の種類), with the first example by place.
final class Kind {

    private static final Comparator<Place> BY_PLACE = Comparator.comparing(Place::file)
            .thenComparing(Place::entry)
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column)
            .thenComparing(place -> place.item());

    static final Comparator<Kind> COMMONEST_FIRST = Comparator.comparingLong(Kind::count)
            .reversed()
            .thenComparing(kind -> kind.example().code());

    private Problem example;
    private long count;
    private int institutions;

    Kind(Problem example) {
        this.example = example;
    }

    void add(Problem problem, boolean isNewForInstitution) {
        count++;
        institutions += isNewForInstitution ? 1 : 0;
        if (BY_PLACE.compare(problem.place(), example.place()) < 0) {
            example = problem;
        }
    }

    Problem example() {
        return example;
    }

    long count() {
        return count;
    }

    int institutions() {
        return institutions;
    }
}
