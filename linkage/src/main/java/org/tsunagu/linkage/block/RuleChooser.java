package org.tsunagu.linkage.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tsunagu.linkage.field.Field;
import org.tsunagu.linkage.field.Kind;
import org.tsunagu.linkage.field.WordVectors;

/// Chooses the rules by what they cost (ブロック規則の選択): every field selective enough by itself, then every two others
/// together, rare words of texts, and exchanged names. So a pair is found when it agrees in one telling field or in any
/// two moderately telling ones: one wrong value loses nobody. Words that would find too many pairs are limited to the
/// rarer ones, never left out altogether.
public final class RuleChooser {

    private static final int MOST_PAIRS_A_RECORD = 20;
    private static final int MOST_PAIRS_IN_ALL = 150;
    /// Of these the words of all texts may find so much.
    private static final double SHARE_OF_WORDS = 0.5;
    /// Keys that so many records have are passed over, tried until what is left is affordable.
    private static final List<Integer> NARROWER = List.of(Rule.MOST_RECORDS, 250, 120, 60, 30, 15, 7);
    private static final int RARE_WORDS = 6;
    private static final int FIRST_LETTERS = 3;
    private static final int YEAR = 4;

    private final List<Field> fields;
    private final int leftSize;
    private final int rightSize;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Part> combined = new ArrayList<>();

    private RuleChooser(List<Field> fields) {
        this.fields = fields;
        this.leftSize = fields.getFirst().leftSize();
        this.rightSize = fields.getFirst().rightSize();
    }

    /// Chooses for some fields.
    public static Blocking choose(List<Field> fields) {
        return new RuleChooser(fields).choose();
    }

    private Blocking choose() {
        for (var field : fields) {
            field.words().ifPresentOrElse(words -> narrowed(field, words), () -> single(field));
        }
        exchanged();
        var pairs = new ArrayList<Rule>();
        for (var i = 0; i < combined.size(); i++) {
            for (var j = i + 1; j < combined.size(); j++) {
                if (combined.get(i).field() != combined.get(j).field()) {
                    pairs.add(rule(together(combined.get(i), combined.get(j))));
                }
            }
        }
        pairs.stream()
                .filter(this::isAffordable)
                .sorted(Comparator.comparingLong(Rule::pairs))
                .forEach(this::add);
        if (rules.isEmpty()) {
            combined.stream().filter(part -> part.size() > 1).forEach(this::narrowed);
        }
        return Blocking.of(List.copyOf(rules), rightSize);
    }

    private void single(Field field) {
        var whole = part(field.name(), field, IntStream.range(0, field.keys()).toArray(), field.keys());
        var rule = rule(whole);
        if (field.kind() != Kind.CODE && isAffordable(rule) && rule.passedOver() == 0) {
            add(rule);
        } else {
            combined.add(whole);
        }
        if (field.kind() == Kind.NAME) {
            combined.add(beginning(field, FIRST_LETTERS));
        } else if (field.kind() == Kind.DATE) {
            combined.add(beginning(field, YEAR));
        }
    }

    private boolean isAffordable(Rule rule) {
        return rule.pairs() <= (long) MOST_PAIRS_A_RECORD * (leftSize + rightSize);
    }

    private void add(Rule rule) {
        var sofar = rules.stream().mapToLong(Rule::pairs).sum();
        if (rule.pairs() > 0 && sofar + rule.pairs() <= (long) MOST_PAIRS_IN_ALL * (leftSize + rightSize)) {
            rules.add(rule);
        }
    }

    /// The rarest words of a text, each text field with the same part of what words may find.
    private void narrowed(Field field, WordVectors words) {
        var left = Keys.of(leftSize, record -> rare(words, field.left(record)));
        var right = Keys.of(rightSize, record -> rare(words, field.right(record)));
        var texts = fields.stream().filter(other -> other.words().isPresent()).count();
        narrowed(field.name() + "(words)", left, right, words.size(), SHARE_OF_WORDS / texts);
    }

    private void narrowed(Part part) {
        var left = Keys.of(leftSize, record -> Keys.one(part.left()[record]));
        var right = Keys.of(rightSize, record -> Keys.one(part.right()[record]));
        narrowed(part.name(), left, right, part.size(), SHARE_OF_WORDS);
    }

    private void narrowed(String name, Keys left, Keys right, int size, double share) {
        var most = (long) (share * MOST_PAIRS_IN_ALL * (leftSize + rightSize));
        NARROWER.stream()
                .map(records -> new Rule(name, left, right, size, records))
                .filter(rule -> rule.pairs() <= most)
                .findFirst()
                .ifPresent(this::add);
    }

    private static Part beginning(Field field, int length) {
        Map<String, Integer> numbers = new HashMap<>();
        var parts = IntStream.range(0, field.keys())
                .map(key -> {
                    var text = field.key(key);
                    var begin = text.substring(0, Math.min(length, text.length()));
                    return numbers.computeIfAbsent(begin, unknown -> numbers.size());
                })
                .toArray();
        return part(field.name() + "(" + length + ")", field, parts, numbers.size());
    }

    /// @param parts the number of the part for each key
    private static Part part(String name, Field field, int[] parts, int size) {
        var left = IntStream.range(0, field.leftSize())
                .map(record -> field.left(record) < 0 ? -1 : parts[field.left(record)])
                .toArray();
        var right = IntStream.range(0, field.rightSize())
                .map(record -> field.right(record) < 0 ? -1 : parts[field.right(record)])
                .toArray();
        return new Part(name, field, left, right, size);
    }

    private static Part together(Part one, Part other) {
        Map<Long, Integer> numbers = new HashMap<>();
        var left = together(one.left(), other.left(), numbers);
        var right = together(one.right(), other.right(), numbers);
        return new Part(one.name() + " + " + other.name(), one.field(), left, right, numbers.size());
    }

    private static int[] together(int[] one, int[] other, Map<Long, Integer> numbers) {
        return IntStream.range(0, one.length)
                .map(record -> one[record] < 0 || other[record] < 0
                        ? -1
                        : numbers.computeIfAbsent(
                                ((long) one[record] << Integer.SIZE) | other[record], unknown -> numbers.size()))
                .toArray();
    }

    private Rule rule(Part part) {
        var left = Keys.of(leftSize, record -> Keys.one(part.left()[record]));
        var right = Keys.of(rightSize, record -> Keys.one(part.right()[record]));
        return new Rule(part.name(), left, right, part.size(), Rule.MOST_RECORDS);
    }

    private static int[] rare(WordVectors words, int text) {
        return text < 0
                ? new int[0]
                : IntStream.of(words.words(text)).limit(RARE_WORDS).toArray();
    }

    /// Family name of one and given name of the other, both ways.
    private void exchanged() {
        for (var family : fields) {
            family.partner().ifPresent(given -> {
                if (fields.indexOf(family) < fields.indexOf(given)) {
                    add(exchanged(family, given));
                }
            });
        }
    }

    private Rule exchanged(Field family, Field given) {
        Map<String, Integer> numbers = new HashMap<>();
        var left = Keys.of(leftSize, record -> {
            var one = family.left(record);
            var other = given.left(record);
            return Keys.one(one < 0 || other < 0 ? -1 : number(family.key(one), given.key(other), numbers));
        });
        var right = Keys.of(rightSize, record -> {
            var one = given.right(record);
            var other = family.right(record);
            return Keys.one(one < 0 || other < 0 ? -1 : number(given.key(one), family.key(other), numbers));
        });
        return new Rule(family.name() + " <-> " + given.name(), left, right, numbers.size(), Rule.MOST_RECORDS);
    }

    private static int number(String one, String other, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(one + "\u0000" + other, unknown -> numbers.size());
    }
}
