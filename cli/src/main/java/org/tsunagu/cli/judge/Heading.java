package org.tsunagu.cli.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;

/// What the columns of the input are (見出し).
///
/// @param places number of each of the four fixed columns, from 0
/// @param items the item columns
/// @param size how many columns there are
record Heading(Map<String, Integer> places, List<ItemColumn> items, int size) {

    static final String ID = "id";
    static final String SEX = "sex";
    static final String BIRTH_DATE = "birth_date";
    static final String EXAM_DATE = "exam_date";
    static final List<String> FIXED = List.of(ID, SEX, BIRTH_DATE, EXAM_DATE);

    /// A column that holds an item.
    record ItemColumn(int index, Item item) {}

    static Heading read(List<String> cells, long line, Items items, JudgeMessages messages) {
        var places = new HashMap<String, Integer>();
        var columns = new ArrayList<ItemColumn>();
        var seen = new HashSet<String>();
        for (var i = 0; i < cells.size(); i++) {
            var heading = cells.get(i).strip();
            var item = items.find(heading);
            if (!FIXED.contains(heading) && item.isEmpty()) {
                messages.cell("unknown-column", line, i + 1, heading, "");
            } else if (!seen.add(heading)) {
                messages.cell("double-column", line, i + 1, heading, "");
            } else if (item.isPresent()) {
                columns.add(new ItemColumn(i, item.get()));
            } else {
                places.put(heading, i);
            }
        }
        return new Heading(Map.copyOf(places), List.copyOf(columns), cells.size());
    }

    /// The fixed columns that are not there.
    List<String> missing() {
        return FIXED.stream().filter(name -> !places.containsKey(name)).toList();
    }

    int place(String fixed) {
        return places.getOrDefault(fixed, 0);
    }
}
