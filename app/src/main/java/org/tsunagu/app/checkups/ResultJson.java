package org.tsunagu.app.checkups;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.item.ValueType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Results as the database keeps them (検査値の保存形式): by item code the text as written, or a list of state and text when
/// the item was not simply measured.
final class ResultJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> NAMED = new TypeReference<>() {};

    private ResultJson() {}

    static String write(CheckupValues values) {
        var cells = new LinkedHashMap<String, Object>();
        for (var item : values.present()) {
            var value = values.get(item);
            cells.put(
                    item.code(),
                    value.state() == ValueState.MEASURED
                            ? value.text()
                            : List.of(value.state().name(), value.text()));
        }
        return MAPPER.writeValueAsString(cells);
    }

    static CheckupValues read(String json) {
        var items = Items.shipped();
        var values = CheckupValues.over(items);
        MAPPER.readValue(json, NAMED)
                .forEach((code, cell) -> items.find(code).ifPresent(item -> {
                    var isNumber = item.type() == ValueType.PQ;
                    if (cell instanceof List<?> list) {
                        var state = ValueState.valueOf(String.valueOf(list.getFirst()));
                        values.put(item, ItemValue.outOfRange(state, String.valueOf(list.getLast())));
                    } else {
                        var text = String.valueOf(cell);
                        values.put(item, isNumber ? ItemValue.number(text) : ItemValue.code(text));
                    }
                }));
        return values.build();
    }
}
