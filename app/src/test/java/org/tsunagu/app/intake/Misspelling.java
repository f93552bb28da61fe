package org.tsunagu.app.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The errors with which a person is written in a result, at the rates of STATISTICS 14.5: leading zeros 20 %, no
/// branch
/// number 30 %, no number 5 %, new family name 2 %, slip in the kana 3 %, slip in the date 1 %, half-width kana 15 %.
final class Misspelling {

    private static final String KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";

    private final Random random;

    Misspelling(long seed) {
        this.random = new Random(seed);
    }

    boolean happens(double rate) {
        return random.nextDouble() < rate;
    }

    int upTo(int most) {
        return random.nextInt(most);
    }

    String number(String number) {
        if (happens(0.05)) {
            return "";
        }
        return happens(0.2) ? number.replaceFirst("^0+", "") : number;
    }

    String branch(String branch) {
        return happens(0.3) ? "" : branch;
    }

    /// @param other family name of somebody else
    String kana(String kana, String other) {
        var written = kana;
        if (happens(0.02)) {
            var start = Math.min(2, written.length());
            written = other.substring(0, Math.min(3, other.length())) + written.substring(start);
        }
        if (happens(0.03)) {
            var slip = new StringBuilder(written);
            slip.setCharAt(upTo(slip.length()), KANA.charAt(upTo(KANA.length())));
            written = slip.toString();
        }
        return happens(0.15) ? halfWidth(written) : written;
    }

    String birth(String birth) {
        return happens(0.01) ? LocalDate.parse(birth).plusDays(1L + upTo(9)).toString() : birth;
    }

    private static String halfWidth(String kana) {
        return kana.codePoints().mapToObj(Misspelling::halfWidth).collect(Collectors.joining());
    }

    private static String halfWidth(int c) {
        return IntStream.rangeClosed('ｱ', 'ﾝ')
                .filter(half -> Normalizer.normalize(Character.toString(half), Normalizer.Form.NFKC)
                                .codePointAt(0)
                        == c)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse(Character.toString(c));
    }
}
