package org.tsunagu.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tsunagu.linkage.column.Columns;
import org.tsunagu.linkage.column.Records;
import org.tsunagu.linkage.model.Linker;
import org.tsunagu.linkage.model.Match;
import org.tsunagu.linkage.model.Zone;

/// Fields that say the same thing more than once: a postal code belongs to one town and a town to one state. People of
/// one
/// town must not look like one person, however often each field of a true pair is wrong.
class DependentFieldsTest {

    private static final int PEOPLE = 3_000;
    private static final int TOWNS = 300;
    private static final int NAMES = 400;
    private static final int MOST_ERRORS = 6;
    private static final List<String> HEADINGS = List.of(
            "given_name", "surname", "street_number", "address_1", "suburb", "postcode", "state", "date_of_birth");

    private static String word(int number) {
        var random = new SplittableRandom(number);
        return IntStream.range(0, 4)
                .mapToObj(i -> "bcdfghjklmnprstv".charAt(random.nextInt(16)) + "" + "aeiou".charAt(random.nextInt(5)))
                .reduce("", String::concat);
    }

    private static List<String> person(int number) {
        var random = new SplittableRandom(number);
        var town = random.nextInt(TOWNS);
        return new ArrayList<>(List.of(
                word(1_000 + random.nextInt(NAMES)),
                word(2_000 + random.nextInt(NAMES)),
                String.valueOf(1 + random.nextInt(90)),
                word(3_000 + random.nextInt(900)) + " street",
                word(4_000 + town),
                String.valueOf(2_000 + town),
                List.of("nsw", "vic", "qld", "sa", "wa").get(town % 5),
                "%d%02d%02d".formatted(1930 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28))));
    }

    /// The same person again, with one to six fields wrong.
    private static List<String> again(int number) {
        var random = new SplittableRandom(-number - 1);
        var cells = person(number);
        var errors = 1 + random.nextInt(MOST_ERRORS);
        for (var n = 0; n < errors; n++) {
            var field = random.nextInt(cells.size());
            var text = cells.get(field);
            var at = random.nextInt(Math.max(1, text.length()));
            cells.set(
                    field,
                    switch (random.nextInt(3)) {
                        case 0 -> "";
                        case 1 -> person(100_000 + random.nextInt(100_000)).get(field);
                        default -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
                    });
        }
        return cells;
    }

    private static Records records(List<List<String>> people) {
        return new Records(
                HEADINGS,
                IntStream.range(0, HEADINGS.size())
                        .mapToObj(column ->
                                people.stream().map(cells -> cells.get(column)).toList())
                        .toList());
    }

    private static List<Match> link(Records left, Records right) {
        var prepared = Columns.prepare(left, right, Columns.choose(left, right, Set.of()));
        return new Linker(prepared.fields(), prepared.doubts(), false, 2)
                .link(false, 0.5)
                .matches();
    }

    @Test
    void people_of_one_town_are_not_one_person() {
        var left = records(
                IntStream.range(0, PEOPLE).mapToObj(DependentFieldsTest::person).toList());
        var right = records(
                IntStream.range(0, PEOPLE).mapToObj(DependentFieldsTest::again).toList());
        var matches = link(left, right);
        var automatic =
                matches.stream().filter(match -> match.zone() == Zone.AUTOMATIC).toList();
        var rightOnes =
                matches.stream().filter(match -> match.left() == match.right()).count();
        var rightAutomatic = automatic.stream()
                .filter(match -> match.left() == match.right())
                .count();

        assertThat((double) rightAutomatic / automatic.size()).isGreaterThanOrEqualTo(0.999);
        assertThat((double) rightOnes / matches.size()).isGreaterThanOrEqualTo(0.97);
        assertThat((double) rightOnes / PEOPLE).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void the_town_is_worth_nothing_more_where_the_postal_code_is_equal() {
        var left = records(
                IntStream.range(0, PEOPLE).mapToObj(DependentFieldsTest::person).toList());
        var right = records(
                IntStream.range(0, PEOPLE).mapToObj(DependentFieldsTest::again).toList());

        var places = link(left, right).stream()
                .map(match -> match.evidence().stream()
                        .filter(said -> Set.of("suburb", "postcode", "state").contains(said.field())
                                && said.level() == org.tsunagu.linkage.field.Level.EQUAL)
                        .mapToDouble(Match.Evidence::weight)
                        .toArray())
                .filter(weights -> weights.length == 3)
                .toList();

        // One of the three has all the weight: as much as one town of 300, not as much as three.
        assertThat(places).isNotEmpty().allSatisfy(weights -> {
            assertThat(java.util.Arrays.stream(weights).sum()).isBetween(6.0, 11.0);
        });
    }

    @Test
    void a_single_column_finds_what_is_equal_and_a_person_decides() {
        var ids = IntStream.range(0, 500).mapToObj(i -> word(9_000 + i)).toList();
        var one = new Records(List.of("name"), List.of(ids));

        var matches = link(one, one);

        assertThat(matches.stream().filter(match -> match.left() == match.right()))
                .hasSize(500);
        assertThat(matches).noneMatch(match -> match.zone() == Zone.AUTOMATIC);
    }

    @Test
    void texts_of_few_words_are_still_compared() {
        var texts = IntStream.range(0, 4_000)
                .mapToObj(i -> {
                    var random = new SplittableRandom(i);
                    return IntStream.range(0, 12)
                            .mapToObj(n -> word(7_000 + random.nextInt(40)))
                            .reduce("", (a, b) -> a + " " + b);
                })
                .toList();
        var years = IntStream.range(0, 4_000)
                .mapToObj(i -> String.valueOf(1990 + i % 10))
                .toList();
        var one = new Records(List.of("title", "year"), List.of(texts, years));
        var prepared = Columns.prepare(one, one, Columns.choose(one, one, Set.of()));

        assertThat(new Linker(prepared.fields(), prepared.doubts(), false, 2)
                        .link(false, 0.5)
                        .compared())
                .isPositive();
    }
}
