package org.tsunagu.app.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reasons as the database keeps them (理由の保存形式): a list a reason, in this order: code, about, outcome, table, row,
/// certainty, source, item, value, facts.
public final class ReasonJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<List<Object>>> LISTS = new TypeReference<>() {};
    private static final int CELLS = 10;

    private ReasonJson() {}

    /// Writes reasons.
    public static String write(List<Reason> reasons) {
        var lists = new ArrayList<List<Object>>(reasons.size());
        for (var reason : reasons) {
            var basis = reason.basis();
            lists.add(List.of(
                    reason.code().name(),
                    reason.about(),
                    reason.outcome(),
                    basis.table(),
                    basis.row(),
                    basis.certainty().name().toLowerCase(Locale.ROOT),
                    basis.source(),
                    reason.item(),
                    reason.value(),
                    reason.facts()));
        }
        return MAPPER.writeValueAsString(lists);
    }

    /// Reads them.
    ///
    /// @throws IllegalArgumentException if it is something else
    public static List<Reason> read(String json) {
        return MAPPER.readValue(json, LISTS).stream().map(ReasonJson::reason).toList();
    }

    private static Reason reason(List<Object> cells) {
        if (cells.size() != CELLS || !(cells.get(CELLS - 1) instanceof Map<?, ?> facts)) {
            throw new IllegalArgumentException("not a reason: %d cells".formatted(cells.size()));
        }
        var named = new TreeMap<String, String>();
        facts.forEach((name, value) -> named.put(String.valueOf(name), String.valueOf(value)));
        var basis = new Basis(text(cells, 3), text(cells, 4), Certainty.of(text(cells, 5)), text(cells, 6));
        return new Reason(
                ReasonCode.valueOf(text(cells, 0)),
                text(cells, 1),
                text(cells, 2),
                basis,
                text(cells, 7),
                text(cells, 8),
                named);
    }

    private static String text(List<Object> cells, int at) {
        return String.valueOf(cells.get(at));
    }

    /// Writes a list of words.
    public static String words(List<String> words) {
        return MAPPER.writeValueAsString(words);
    }

    /// Writes lists of words.
    public static String lists(List<List<String>> lists) {
        return MAPPER.writeValueAsString(lists);
    }

    /// Reads a list of words.
    public static List<String> readWords(String json) {
        return MAPPER.readValue(json, new TypeReference<List<String>>() {});
    }

    /// Writes named texts.
    public static String named(Map<String, String> texts) {
        return MAPPER.writeValueAsString(texts);
    }

    /// Reads named texts.
    public static Map<String, String> readNamed(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}
