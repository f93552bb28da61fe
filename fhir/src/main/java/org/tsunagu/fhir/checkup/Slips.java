package org.tsunagu.fhir.checkup;

import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Elements that FHIR does not know and values it cannot read (未知の要素): reported up to a number, and read past.
final class Slips extends ErrorHandlerAdapter {

    private static final int MOST = 20;

    private final Place place;
    private final Reporter reporter;
    private int reported;

    Slips(Place place, Reporter reporter) {
        this.place = place;
        this.reporter = reporter;
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, @Nullable String element) {
        slip(element);
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, @Nullable String attribute) {
        slip(attribute);
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, @Nullable String value, @Nullable String error) {
        slip(location == null ? "" : location.getParentElementName());
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            @Nullable String element,
            @Nullable ValueType expected,
            @Nullable ScalarType expectedScalar,
            @Nullable ValueType found,
            @Nullable ScalarType foundScalar) {
        slip(element);
    }

    /// Only a name that looks like one of FHIR is shown: a stranger could be anything.
    private void slip(@Nullable String element) {
        var name = Systems.text(element);
        if (reported++ < MOST) {
            reporter.report("FHIR-ELEMENT", place, "actual", name.matches("[A-Za-z]{1,40}") ? name : "-");
        }
    }
}
