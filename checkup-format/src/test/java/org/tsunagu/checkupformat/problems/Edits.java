package org.tsunagu.checkupformat.problems;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tsunagu.checkupformat.document.WrittenValue;

/// The little language of the case tables: operations apart by ` ; `, each a word, a target and the rest.
final class Edits {

    private Edits() {}

    static GoodDocument apply(GoodDocument document, String edits) {
        for (var edit : edits.split(" ; ")) {
            if (!edit.isBlank()) {
                var words = edit.strip().split(" ", 3);
                apply(document, words[0], words[1], words.length > 2 ? words[2] : "");
            }
        }
        return document;
    }

    private static void apply(GoodDocument document, String word, String target, String rest) {
        switch (word) {
            case "field" -> document.set(target, rest);
            case "tickets" -> document.tickets(Integer.parseInt(target));
            case "put" -> document.put(target, rest);
            case "again" -> document.add(target, rest.split(" ")[1], rest.split(" ")[0], 0);
            case "remove" -> document.remove(target);
            case "unit" ->
                change(document, target, v -> new WrittenValue(v.type(), v.text(), rest, v.codeSystem(), ""));
            case "type" ->
                change(document, target, v -> new WrittenValue(rest, v.text(), v.unit(), v.codeSystem(), ""));
            case "system" -> change(document, target, v -> new WrittenValue(v.type(), v.text(), v.unit(), rest, ""));
            case "null" -> change(document, target, v -> new WrittenValue(v.type(), "", "", "", rest));
            case "untyped_null" -> change(document, target, v -> new WrittenValue("", "", "", "", rest));
            case "empty" -> change(document, target, v -> new WrittenValue(v.type(), "", "", v.codeSystem(), ""));
            case "repeat" ->
                change(
                        document,
                        target,
                        v -> new WrittenValue(v.type(), v.text().repeat(Integer.parseInt(rest)), "", "", ""));
            case "valueless" -> document.values(target, List.of());
            case "second" -> document.second(target, rest);
            case "mark" -> document.mark(target, rest);
            case "mark_alone" ->
                document.values(target, List.of(new WrittenValue("CD", rest, "", WrittenValue.RANGE_MARK_SYSTEM, "")));
            case "negate" -> document.negate(target);
            case "negated" -> document.negated(target);
            case "method" -> document.method(target, rest);
            case "interpret" -> document.interpret(target, rest);
            case "range" -> document.range(target, rest);
            case "doctor" -> document.doctor(target, rest);
            case "section" -> document.section(target, rest);
            case "recode" -> document.recode(target, rest);
            default -> throw new IllegalArgumentException("no operation " + word);
        }
    }

    private static void change(GoodDocument document, String target, UnaryOperator<WrittenValue> change) {
        document.value(target, change);
    }
}
