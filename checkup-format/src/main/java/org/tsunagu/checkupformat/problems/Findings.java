package org.tsunagu.checkupformat.problems;

import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Where the checks of one file put what they find (指摘の書き出し): the place of the file, refined by field or result.
record Findings(Place place, Reporter reporter) {

    /// Something about the file as a whole.
    void file(String check, String... arguments) {
        reporter.report(check, place, arguments);
    }

    /// Something about a field; of a field that is not there, the place is the file.
    void field(String check, Field field, String... arguments) {
        reporter.report(check, field.isThere() ? place.at(field.line(), field.column()) : place, arguments);
    }

    /// Something about a result.
    void result(String check, Observation observation, String... arguments) {
        var at = place.item(observation.code());
        reporter.report(
                check, observation.line() > 0 ? at.at(observation.line(), observation.column()) : at, arguments);
    }

    /// Something about an item of a guidance document, at a place.
    void guidance(String check, String code, int line, int column, String... arguments) {
        var at = place.item(code);
        reporter.report(check, line > 0 ? at.at(line, column) : at, arguments);
    }

    /// Something about an item that is not there.
    void missing(String check, String code, String... arguments) {
        reporter.report(check, place.item(code), arguments);
    }
}
