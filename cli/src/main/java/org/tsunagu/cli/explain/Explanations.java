package org.tsunagu.cli.explain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Checks;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.RuleCatalogue;
import org.tsunagu.rules.RuleCatalogue.Entry;

/// Finds what the official tables say of a word (根拠の検索): an item by code, beginning of a code or name, a rule,
/// a variable or a reception check.
public final class Explanations {

    private static final int SHORTEST_BEGINNING = 3;
    private static final int SHORTEST_CODE = 2;

    /// A code begins with a digit and a letter: two signs are enough to mean one.
    private static final Pattern ITEM = Pattern.compile("[0-9][A-Za-z]");

    private final Items items = Items.shipped();
    private static final List<Catalogue> CATALOGUES = List.of(
            new Catalogue(CheckupCatalogue.shipped(), CheckupCatalogue::texts),
            new Catalogue(ClaimCatalogue.shipped(), ClaimCatalogue::texts));

    /// Checks of documents or of claims, with their sentences.
    private record Catalogue(Checks checks, Function<Locale, ProblemTexts> texts) {

        Optional<Check> find(String id) {
            return checks.find(id).map(row -> new Check(row, texts));
        }
    }

    /// A check (点検項目) and its sentences in a language.
    public record Check(Row row, Function<Locale, ProblemTexts> texts) {}

    private final Answers answers = Answers.shipped();
    private final RuleCatalogue rules = RuleCatalogue.shipped();

    /// Reads the tables as shipped.
    public Explanations() {}

    /// What was found (検索結果).
    ///
    /// @param items items of the word
    /// @param rules rows of the rules that speak of them, by table
    /// @param check the check of that name, of documents or of claims
    public record Found(List<Item> items, List<Entry> rules, Optional<Check> check) {

        /// Whether there is nothing.
        public boolean isNothing() {
            return items.isEmpty() && rules.isEmpty() && check.isEmpty();
        }
    }

    /// Looks for a word, in half or full width.
    public Found find(String written) {
        var word = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        var found = items(word);
        var entries = found.size() == 1 ? rules.find(found.getFirst().code()) : rules.find(word);
        if (entries.isEmpty() && found.isEmpty()) {
            entries = others(word);
        }
        return new Found(found, entries, check(bare(word).toUpperCase(Locale.ROOT)));
    }

    /// Documents name a check `checks:CHK-XML-024`, messages `problems/checks:…`.
    private static String bare(String word) {
        return word.replaceFirst("(?i)^(problems/)?checks:", "");
    }

    /// Rows of the tables beside the rules; a check is shown with its sentences and not once more as a row.
    private static List<Entry> others(String word) {
        var rows = TableRows.find(word).stream()
                .filter(row -> !row.table().equals("problems/checks"))
                .toList();
        return rows.isEmpty() ? List.of() : List.of(new Entry(rows.getFirst().table(), rows));
    }

    private static Optional<Check> check(String id) {
        return CATALOGUES.stream()
                .flatMap(catalogue -> catalogue.find(id).stream())
                .findFirst();
    }

    private List<Item> items(String word) {
        var shortest = ITEM.matcher(word).lookingAt() ? SHORTEST_CODE : SHORTEST_BEGINNING;
        var code = word.toUpperCase(Locale.ROOT);
        var exact = items.find(code);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        var name = word.toLowerCase(Locale.ROOT);
        return items.all().stream()
                .filter(item -> (word.length() >= shortest && item.code().startsWith(code))
                        || item.nameJa().contains(word)
                        || (word.length() >= SHORTEST_BEGINNING
                                && item.nameEn().toLowerCase(Locale.ROOT).contains(name)))
                .toList();
    }

    /// The answers an item may have today; empty for numbers and texts.
    public List<Row> answers(Item item) {
        return item.codeSystem().isEmpty() ? List.of() : answers.of(item.codeSystem());
    }

    /// Words that are written almost like this one.
    public List<String> near(String word) {
        return Nearness.nearest(word, known());
    }

    private Stream<String> known() {
        var names = new ArrayList<String>();
        CATALOGUES.forEach(catalogue -> names.addAll(catalogue.checks().ids()));
        items.all().forEach(item -> names.addAll(List.of(item.code(), item.nameJa(), item.nameEn())));
        for (var table : rules.tables()) {
            for (var row : table.rows()) {
                names.add(row.key());
                if (row.has("variable")) {
                    names.add(row.text("variable"));
                }
            }
        }
        return names.stream().distinct();
    }
}
