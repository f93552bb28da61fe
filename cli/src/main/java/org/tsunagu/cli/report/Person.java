package org.tsunagu.cli.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.codes.person.Sex;

/// Who a line of a list is about (対象者), as the document names them.
///
/// @param insured symbol, number and branch
record Person(String insured, String name, Optional<Sex> sex) {

    static final Person UNKNOWN = new Person("", "", Optional.empty());

    static Person of(Header header) {
        var patient = header.patient();
        var insured = Stream.of(patient.symbol(), patient.number(), patient.branch())
                .map(field -> Clipped.name(field.text()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("-"));
        return new Person(insured, Clipped.name(patient.name().text()), header.sex());
    }
}
