package org.tsunagu.letters;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.codes.time.Era;

/// The words of letters in one language (通知の文言): `letters.properties`.
public final class LetterTexts {

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final LetterTexts JAPANESE = new LetterTexts("letters.properties", Locale.JAPANESE);
    private static final LetterTexts ENGLISH = new LetterTexts("letters_en.properties", Locale.ENGLISH);

    private final Messages messages;
    private final Locale locale;

    private LetterTexts(String file, Locale locale) {
        this.messages = Messages.read(file, LetterTexts.class.getResourceAsStream(file));
        this.locale = locale;
    }

    /// Japanese for `ja`, English for every other language.
    public static LetterTexts in(Locale locale) {
        return locale.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
    }

    /// The language.
    public Locale locale() {
        return locale;
    }

    /// The sentence of a key.
    public String text(String key) {
        return messages.text(key);
    }

    /// The sentence of a key with its placeholders filled.
    public String text(String key, Map<String, String> arguments) {
        return messages.text(key, arguments);
    }

    /// Whether there is such a sentence.
    public boolean has(String key) {
        return messages.keys().contains(key);
    }

    /// A date: by the era in Japanese.
    public String date(LocalDate date) {
        return locale.equals(Locale.JAPANESE) ? Era.format(date) : ENGLISH_DATE.format(date);
    }

    /// A name at the beginning of a line: a word of small letters begins with a capital, eGFR does not.
    public static String capitalised(String name) {
        var isWord = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return isWord ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
    }

    /// What is wrong with a letter, for the one who prints (点検の文言).
    public String message(Problem problem) {
        return messages.text("check." + problem.code(), problem.arguments());
    }
}
