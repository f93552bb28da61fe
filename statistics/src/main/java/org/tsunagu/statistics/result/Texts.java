package org.tsunagu.statistics.result;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// The words beside a result in one language (統計の文言): warnings, methods, intervals.
public final class Texts {

    private static final Texts JAPANESE = new Texts("statistics.properties");
    private static final Texts ENGLISH = new Texts("statistics_en.properties");

    private final Properties sentences = new Properties();

    private Texts(String file) {
        var resource = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file);
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Japanese for `ja`, English for every other language.
    public static Texts in(Locale locale) {
        return locale.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
    }

    /// The sentence of a warning.
    public String of(Warning warning) {
        return text("warning." + warning.name());
    }

    /// The name of what was estimated.
    public String of(Method method) {
        return text("method." + method.name());
    }

    /// The name of an interval.
    public String of(IntervalMethod method) {
        return text("interval." + method.name());
    }

    /// How a result compares with a reference value, as a sentence for those who read no numbers.
    public String comparison(Estimate estimate, double reference) {
        if (estimate.value().isEmpty() || estimate.interval().isEmpty()) {
            return text("comparison.too_few");
        }
        var interval = estimate.interval().get();
        if (interval.contains(reference)) {
            return text("comparison.no_difference_shown");
        }
        return text(interval.low() > reference ? "comparison.higher" : "comparison.lower");
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    private String text(String key) {
        return Objects.requireNonNull(sentences.getProperty(key), key);
    }
}
