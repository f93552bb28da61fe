package org.tsunagu.cli.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A language the program speaks (言語): Japanese unless the user or the environment asks for English.
public enum Language {
    JAPANESE(Locale.JAPANESE, ""),
    ENGLISH(Locale.ENGLISH, "_en");

    private static final String OPTION = "--lang";

    private final Locale locale;
    private final String suffix;

    Language(Locale locale, String suffix) {
        this.locale = locale;
        this.suffix = suffix;
    }

    /// The language of a call, which must be known before the call is understood: `--lang`, else the first of the
    /// environment's `LC_ALL`, `LC_MESSAGES`, `LANG` that is set.
    public static Language of(List<String> arguments, Map<String, String> environment) {
        return option(arguments)
                .flatMap(Language::find)
                .orElseGet(() -> ofLocale(Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("")));
    }

    private static Optional<String> option(List<String> arguments) {
        return IntStream.range(0, arguments.size())
                .mapToObj(i -> arguments.get(i).equals(OPTION) && i + 1 < arguments.size()
                        ? OPTION + "=" + arguments.get(i + 1)
                        : arguments.get(i))
                .filter(argument -> argument.startsWith(OPTION + "="))
                .map(argument -> argument.substring(OPTION.length() + 1))
                .findFirst();
    }

    private static Language ofLocale(String name) {
        return name.startsWith("en") ? ENGLISH : JAPANESE;
    }

    /// The language of a code, `ja` or `en`.
    public static Optional<Language> find(String code) {
        return Stream.of(values())
                .filter(language -> language.locale.getLanguage().equals(code))
                .findFirst();
    }

    /// The same for the rest of Java.
    public Locale locale() {
        return locale;
    }

    /// The path of a message file in this language.
    public String file(String bundle) {
        return "/messages/%s%s.properties".formatted(bundle, suffix);
    }
}
