package org.tsunagu.app.analytics.figures;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tsunagu.app.analytics.Group;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.measures.Measure;

/// What somebody wants to see (図表の条件).
///
/// @param year fiscal year; 0 for the latest
/// @param options what the view can do beside: the standard, the kind of funnel
/// @param isStrict whether it leaves the insurer, or goes to somebody who may not see persons
public record Question(
        View view,
        Measure measure,
        int year,
        Group group,
        Map<String, String> options,
        Language language,
        boolean isStrict) {

    private static final String YEAR = "fiscal_year";

    /// The same of another year.
    public Question of(int other) {
        return new Question(view, measure, other, group, options, language, isStrict);
    }

    /// What it is counted by, the year first; a measure that is always split is split by its own
    /// dimension only.
    public List<String> strata() {
        var more = switch (view) {
            case GROUPS -> measure.dimension().isPresent() ? List.<String>of() : group.strata();
            case ADJUSTED -> group == Group.SEX_AGE ? group.strata() : layered(group.strata());
            case FUNNEL -> measure.dimension().isPresent() ? List.<String>of() : layered(places().strata());
            case MAP -> layered(Group.AREA.strata());
            case COMPARISON -> Group.SEX_AGE.strata();
        };
        return Stream.concat(Stream.of(YEAR), more.stream()).toList();
    }

    private static List<String> layered(List<String> place) {
        return Stream.concat(Group.SEX_AGE.strata().stream(), place.stream()).toList();
    }

    private Group places() {
        return group == Group.SEX_AGE ? Group.EMPLOYER : group;
    }

    /// By what the places of a funnel or the groups of an adjusted table are told apart.
    String place() {
        return measure.dimension().orElse(places().names().getFirst());
    }

    /// Whether the institution of the checkup takes the place of the area.
    boolean isByFacility() {
        return group == Group.FACILITY && (view == View.GROUPS || view == View.ADJUSTED || view == View.FUNNEL);
    }

    /// What a row is for, in the order of its first cells.
    List<String> names() {
        return measure.dimension().map(List::of).orElse(group.names());
    }

    String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    String text(String key, Object... arguments) {
        return Texts.in(language).text("analytics." + key, arguments);
    }

    String name(String stratum, String value) {
        return Names.of(language, stratum, value);
    }

    String title() {
        return measure.title(language.locale());
    }
}
