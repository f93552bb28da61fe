package org.tsunagu.app.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// By what a measure is looked at on its page (集計の区分).
public enum Group {
    /// Sex and age (性・年齢).
    SEX_AGE("sex", "age_band"),
    /// Kind of member (加入者の種別).
    MEMBER_TYPE("member_type"),
    /// Employer (事業所).
    EMPLOYER("employer"),
    /// Area of residence (地区).
    AREA("area");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> strata;

    Group(String... strata) {
        this.strata = List.of(strata);
    }

    /// The strata of the measure.
    public List<String> strata() {
        return strata;
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
