package org.tsunagu.app.planning.document;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.codes.time.FiscalYear;

/// The words of the document (計画書の文言), `plan-words.properties`. It is Japanese whoever works on it.
public final class Words {

    private static final Messages MESSAGES =
            Messages.read("plan-words.properties", Words.class.getResourceAsStream("plan-words.properties"));

    private Words() {}

    /// A sentence with its named arguments, name and value in turn.
    public static String word(String key, Object... arguments) {
        Map<String, String> named = new HashMap<>();
        for (var i = 0; i < arguments.length; i += 2) {
            named.put(String.valueOf(arguments[i]), String.valueOf(arguments[i + 1]));
        }
        return MESSAGES.text(key, named);
    }

    static String sex(Sex sex) {
        return word("sex." + sex);
    }

    static String year(FiscalYear year) {
        return word("year", "year", year.year());
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.JAPAN).format(number);
    }
}
