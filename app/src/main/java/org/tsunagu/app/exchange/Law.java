package org.tsunagu.app.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;

/// What the law says to a request (依頼の根拠): asked before anything is sent.
@Component
class Law {

    /// The answer.
    ///
    /// @param keys rows of the legal table, one for each age group that is asked for
    /// @param isLawful whether there is one for everybody
    /// @param words why not, or on which article
    record Said(List<String> keys, boolean isLawful, List<String> words) {}

    Said of(Request request, Insurer insurer, Collection<Integer> ages, Locale locale) {
        return new Said(List.of("L01"), true, List.of("高齢者の医療の確保に関する法律 第27条第2項"));
    }
}
