package org.tsunagu.app.guidance.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagu.app.guidance.Recorded;
import org.tsunagu.rules.guidance.Form;
import org.tsunagu.rules.guidance.Support;

/// A record as it stands in the form that corrects it (訂正する記録の入力欄).
final class OldEntry {

    private OldEntry() {}

    static Map<String, String> fields(Recorded old) {
        var fields = new HashMap<String, String>();
        var event = old.event();
        var numbers = event.facts().numbers();
        fields.put("on", event.on().toString());
        fields.put("by", old.by());
        fields.put("words", old.words());
        fields.put("next", event.next().map(LocalDate::toString).orElse(""));
        old.waist().ifPresent(waist -> fields.put("waist", waist.toPlainString()));
        old.weight().ifPresent(weight -> fields.put("weight", weight.toPlainString()));
        old.goals().forEach(goal -> fields.put("goal-" + goal, "yes"));
        put(fields, "minutes", numbers.get("minutes"));
        put(fields, "people", numbers.get("group_size"));
        put(fields, "attempts", numbers.get("attempts"));
        put(fields, "planned", numbers.get("planned_points"));
        var form = numbers.getOrDefault("form", BigDecimal.ZERO).toPlainString();
        for (var one : Form.values()) {
            if (one.code().equals(form)) {
                fields.put("form", one.name());
            }
        }
        if (numbers.getOrDefault("more_support_planned", BigDecimal.ZERO).signum() > 0) {
            fields.put("more", "yes");
        }
        event.supports().forEach(support -> put(fields, support));
        return fields;
    }

    private static void put(Map<String, String> fields, String field, @Nullable BigDecimal n) {
        if (n != null) {
            fields.put(field, n.toPlainString());
        }
    }

    private static void put(Map<String, String> fields, Support support) {
        fields.put("habit-" + support.item(), "yes");
        if (!support.item().startsWith("HABIT") && !support.item().startsWith("WW")) {
            fields.put("item", support.item());
        }
        if (support.minutes().isPresent()) {
            fields.put("minutes", Integer.toString(support.minutes().getAsInt()));
        }
        support.circumstances().forEach(one -> fields.put("c-" + one.name(), "yes"));
    }
}
