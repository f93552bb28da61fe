package org.tsunagu.linkage.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tsunagu.linkage.normal.DateForms;
import org.tsunagu.linkage.normal.Names;
import org.tsunagu.linkage.normal.Numbers;
import org.tsunagu.linkage.normal.Phrases;

/// One field of both files, ready to be compared (比較する項目): the values as numbered keys. Of one file compared with
/// itself
/// both sides are the same.
public final class Field {

    private static final Pattern NOT_OF_AMOUNTS = Pattern.compile("[^0-9.]");
    private static final Pattern AMOUNT = Pattern.compile("\\d+(\\.\\d+)?|\\.\\d+");

    private final String name;
    private final Kind kind;
    private final Dictionary keys = new Dictionary();
    private final int[] left;
    private final int[] right;
    private final int[] leftCount;
    private final int[] rightCount;
    private final @Nullable WordVectors vectors;
    private @Nullable Field partner;

    /// Prepares a field; for one file compared with itself, twice the same column.
    public Field(String name, Kind kind, List<String> left, List<String> right) {
        this.name = name;
        this.kind = kind;
        this.left = numbers(left);
        this.right = numbers(right);
        this.leftCount = counts(this.left);
        this.rightCount = counts(this.right);
        this.vectors = kind == Kind.TEXT ? new WordVectors(keys) : null;
    }

    private int[] numbers(List<String> column) {
        var key = keyOf(column);
        return column.stream().mapToInt(text -> keys.add(key.apply(text))).toArray();
    }

    private UnaryOperator<String> keyOf(List<String> column) {
        return switch (kind) {
            case NAME -> Names::key;
            case NUMBER -> Numbers::key;
            case TEXT -> text -> String.join(" ", Phrases.words(text));
            case CODE, IGNORE -> text -> text.strip().toLowerCase(Locale.ROOT);
            case AMOUNT -> Field::amount;
            case DATE -> {
                var forms = DateForms.of(column);
                yield forms::key;
            }
        };
    }

    private static String amount(String text) {
        var plain = NOT_OF_AMOUNTS.matcher(text).replaceAll("");
        return AMOUNT.matcher(plain).matches()
                ? new BigDecimal(plain).stripTrailingZeros().toPlainString()
                : "";
    }

    private int[] counts(int[] column) {
        var counts = new int[keys.size()];
        for (var key : column) {
            if (key >= 0) {
                counts[key]++;
            }
        }
        return counts;
    }

    /// Makes two fields family and given name of each other, which may stand in each other's place.
    public static void pair(Field family, Field given) {
        family.partner = given;
        given.partner = family;
    }

    /// The field that may stand in this one's place.
    public Optional<Field> partner() {
        return Optional.ofNullable(partner);
    }

    /// The name of the field.
    public String name() {
        return name;
    }

    /// Its kind.
    public Kind kind() {
        return kind;
    }

    /// Records of the left file.
    public int leftSize() {
        return left.length;
    }

    /// Records of the right file.
    public int rightSize() {
        return right.length;
    }

    /// Number of the key of a record of the left file; negative when it has no value.
    public int left(int record) {
        return left[record];
    }

    /// Number of the key of a record of the right file; negative when it has no value.
    public int right(int record) {
        return right[record];
    }

    /// How many different keys there are in both files.
    public int keys() {
        return keys.size();
    }

    /// The key of a number.
    public String key(int number) {
        return keys.key(number);
    }

    /// How often a key occurs in the left file.
    public int leftCount(int key) {
        return key < leftCount.length ? leftCount[key] : 0;
    }

    /// How often a key occurs in the right file.
    public int rightCount(int key) {
        return key < rightCount.length ? rightCount[key] : 0;
    }

    /// The words of a text by number of the key, the rarest first; empty for other kinds.
    public Optional<WordVectors> words() {
        return Optional.ofNullable(vectors);
    }

    /// How far two records agree.
    public Level compare(int leftRecord, int rightRecord) {
        var one = left[leftRecord];
        var other = right[rightRecord];
        if (one < 0 || other < 0) {
            return Level.MISSING;
        }
        if (one == other) {
            return Level.EQUAL;
        }
        if (vectors != null) {
            return vectors.compare(one, other);
        }
        if (partner != null && isExchanged(partner, leftRecord, rightRecord)) {
            return Level.EXCHANGED;
        }
        return kind == Kind.CODE ? Level.DIFFERENT : Agreement.of(kind, keys.key(one), keys.key(other));
    }

    private boolean isExchanged(Field with, int leftRecord, int rightRecord) {
        var theirLeft = with.left[leftRecord];
        var theirRight = with.right[rightRecord];
        return theirLeft >= 0
                && theirRight >= 0
                && keys.key(left[leftRecord]).equals(with.keys.key(theirRight))
                && keys.key(right[rightRecord]).equals(with.keys.key(theirLeft));
    }
}
