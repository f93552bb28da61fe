package org.tsunagu.app.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsunagu.measures.Measure;

/// By what a measure is looked at on its page (集計の区分).
public enum Group {
    /// Sex and age (性・年齢).
    SEX_AGE("sex", "age_band"),
    /// Kind of member (加入者の種別).
    MEMBER_TYPE("member_type"),
    /// Employer (事業所).
    EMPLOYER("employer"),
    /// Area of residence (地区).
    AREA("area"),
    /// Institution of the checkup (健診機関), which takes the place of the area.
    FACILITY("area") {
        @Override
        public List<String> names() {
            return List.of("facility");
        }

        @Override
        public boolean suits(Measure measure) {
            return OF_EXAMINED.matcher(measure.sql()).find()
                    && !OF_MEMBERS.matcher(measure.sql()).find();
        }
    };

    private static final Pattern OF_EXAMINED = Pattern.compile("\\b(from|join) (examined|marked|measured|to_guide)\\b");
    private static final Pattern OF_MEMBERS = Pattern.compile("\\b(from|join) member\\b");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> strata;

    Group(String... strata) {
        this.strata = List.of(strata);
    }

    /// The strata of the measure.
    public List<String> strata() {
        return strata;
    }

    /// What the strata are called.
    public List<String> names() {
        return strata;
    }

    /// Whether a measure can be looked at by it: only who was examined has an institution.
    public boolean suits(Measure measure) {
        return true;
    }

    /// The word in an address.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The group of a word.
    public static Optional<Group> find(String word) {
        return Arrays.stream(values())
                .filter(group -> group.word().equals(word))
                .findFirst();
    }
}
