package org.tsunagu.linkage;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tsunagu.linkage.column.Records;

/// Invented members and the checkup records of some of them, with the errors of the specification planted at its rates
/// (STATISTICS 14.5): leading zeros 20 %, new family name 2 %, slip in the kana 3 %, slip in the date 1 %, no number 5
/// %,
/// twins 0.5 %, half-width kana 15 %.
record Population(Records members, List<Integer> memberIds, Records checkups, List<Integer> checkupIds) {

    private static final List<String> HEADINGS = List.of("番号", "氏カナ", "名カナ", "生年月日", "性別", "郵便番号", "事業所番号");
    private static final String KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";

    static Population of(int size, long seed) {
        var random = new Random(seed);
        var families = words(random, 1_500);
        var given = words(random, 500);
        var members = new ArrayList<List<String>>();
        while (members.size() < size) {
            var person = List.of(
                    "%08d".formatted(random.nextInt(100_000_000)),
                    often(families, random),
                    often(given, random),
                    LocalDate.of(1950, 1, 1).plusDays(random.nextInt(12_000)).format(DateTimeFormatter.ISO_LOCAL_DATE),
                    random.nextBoolean() ? "1" : "2",
                    "%07d".formatted(4_100_000 + random.nextInt(400)),
                    Integer.toString(random.nextInt(60)));
            members.add(person);
            if (random.nextDouble() < 0.005) {
                var twin = new ArrayList<>(person);
                twin.set(2, often(given, random));
                members.add(twin);
            }
        }
        var ids = IntStream.range(0, members.size()).boxed().toList();
        var examined = new ArrayList<>(
                ids.stream().filter(id -> random.nextDouble() < 0.6).toList());
        Collections.shuffle(examined, random);
        var checkups = examined.stream()
                .map(id -> written(members.get(id), families, random))
                .toList();
        return new Population(columns(members), ids, columns(checkups), examined);
    }

    private static List<String> written(List<String> person, List<String> families, Random random) {
        var record = new ArrayList<>(person);
        if (random.nextDouble() < 0.2) {
            record.set(0, record.getFirst().replaceFirst("^0+", ""));
        }
        if (random.nextDouble() < 0.05) {
            record.set(0, "");
        }
        if (random.nextDouble() < 0.02) {
            record.set(1, often(families, random));
        }
        if (random.nextDouble() < 0.03) {
            var at = 1 + random.nextInt(2);
            var slip = new StringBuilder(record.get(at));
            slip.setCharAt(random.nextInt(slip.length()), KANA.charAt(random.nextInt(KANA.length())));
            record.set(at, slip.toString());
        }
        if (random.nextDouble() < 0.01) {
            record.set(
                    3,
                    LocalDate.parse(record.get(3))
                            .plusDays(1 + random.nextInt(9))
                            .toString());
        }
        if (random.nextDouble() < 0.15) {
            record.set(
                    1,
                    record.get(1)
                            .codePoints()
                            .map(c -> c >= 'ア' && c <= 'ン' ? halfWidth(c) : c)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString());
        }
        return record;
    }

    private static int halfWidth(int c) {
        return IntStream.rangeClosed('ｱ', 'ﾝ')
                .filter(half -> Normalizer.normalize(Character.toString(half), Normalizer.Form.NFKC)
                                .codePointAt(0)
                        == c)
                .findFirst()
                .orElse(c);
    }

    private static List<String> words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.ints(2 + random.nextInt(3), 0, KANA.length())
                        .mapToObj(at -> KANA.substring(at, at + 1))
                        .reduce("", String::concat))
                .toList();
    }

    /// Some names are frequent, as they are in life.
    private static String often(List<String> words, Random random) {
        var share = random.nextDouble();
        return words.get((int) (share * share * words.size()));
    }

    private static Records columns(List<List<String>> rows) {
        return new Records(
                HEADINGS,
                IntStream.range(0, HEADINGS.size())
                        .mapToObj(i -> rows.stream().map(row -> row.get(i)).toList())
                        .toList());
    }
}
