package org.tsunagu.linkage.normal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Names as keys for comparing (氏名の照合用表記); the name as written is always kept elsewhere. Steps of the specification:
/// NFKC, no variation selectors, old forms of kanji to new ones, no blanks and dots, hiragana to katakana, small kana
/// to
/// large (old systems had no small ones), ヂ ヅ ヲ ヴ to the kana they are confused with. Latin letters lose case and
/// accents.
public final class Names {

    private static final String SMALL = "ァィゥェォッャュョヮヵヶヂヅヲヰヱ";
    private static final String LARGE = "アイウエオツヤユヨワカケジズオイエ";
    private static final String AFTER_VU = "アイウエオ";
    private static final String BA_ROW = "バビブベボ";
    private static final String O_AND_U_ROWS = "オコソトノホモヨロゴゾドボポウクスツヌフムユルグズブプ";
    private static final String O_ROW = "オコソトノホモヨロゴゾドボポ";
    private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';

    private static final Map<Integer, String> STRONG_VARIANTS =
            Table.read("normal/name-variants", Names.class.getResourceAsStream("name-variants.tsv")).rows().stream()
                    .filter(row -> row.text("class").equals("strong"))
                    .collect(Collectors.toUnmodifiableMap(Names::variant, row -> row.text("to"), (one, other) -> one));

    private Names() {}

    private static Integer variant(Row row) {
        return row.text("from").codePointAt(0);
    }

    /// The key: equal for spellings that mean the same name. Empty when nothing but blanks and signs is there.
    public static String key(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        var key = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> append(point, key));
        return isAscii(key) ? key.toString() : kana(withoutAccents(key.toString()));
    }

    /// A second chance for kana: without the marks of long vowels (ユウコ, ユーコ and ユコ are the same).
    public static String withoutLongVowels(String key) {
        var short_ = new StringBuilder(key.length());
        for (var i = 0; i < key.length(); i++) {
            var c = key.charAt(i);
            var before = i == 0 ? ' ' : key.charAt(i - 1);
            var isLong = c == 'ー'
                    || (c == 'ウ' && O_AND_U_ROWS.indexOf(before) >= 0)
                    || (c == 'オ' && O_ROW.indexOf(before) >= 0);
            if (!isLong) {
                short_.append(c);
            }
        }
        return short_.toString();
    }

    private static void append(int point, StringBuilder key) {
        if (Character.isLetterOrDigit(point) || point == 'ー' || point == '々') {
            var strong = STRONG_VARIANTS.get(point);
            if (strong == null) {
                key.appendCodePoint(Character.toLowerCase(point));
            } else {
                key.append(strong);
            }
        } else if (isDash(point) && !key.isEmpty() && isKatakana(key.charAt(key.length() - 1))) {
            key.append('ー');
        }
    }

    private static boolean isDash(int point) {
        return point == '-'
                || point == '‐'
                || point == '‑'
                || point == '–'
                || point == '—'
                || point == '―'
                || point == '−';
    }

    private static boolean isKatakana(char c) {
        return c >= 'ァ' && c <= 'ヺ';
    }

    private static boolean isAscii(CharSequence text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String withoutAccents(String text) {
        if (text.chars().anyMatch(c -> c >= 'ぁ' && c <= 'ヿ')) {
            return text;
        }
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return apart.replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }

    private static String kana(String text) {
        var key = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 'ぁ' && c <= 'ゖ') {
                c = (char) (c + HIRAGANA_TO_KATAKANA);
            }
            var vowel = c == 'ヴ' && i + 1 < text.length() ? AFTER_VU.indexOf(large(text.charAt(i + 1))) : -1;
            if (vowel >= 0) {
                key.append(BA_ROW.charAt(vowel));
                i++;
            } else {
                key.append(c == 'ヴ' ? 'ブ' : large(c));
            }
        }
        return key.toString();
    }

    private static char large(char c) {
        var at = SMALL.indexOf(c);
        return at < 0 ? c : LARGE.charAt(at);
    }
}
