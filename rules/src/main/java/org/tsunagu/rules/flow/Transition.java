package org.tsunagu.rules.flow;

import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Row;

/// A way from one state to another (遷移), as its row says.
///
/// @param from a state, or [Machine#ANY_OPEN]
/// @param trigger what happens
/// @param guards names of the conditions that must all hold
public record Transition(String key, String from, String to, String trigger, List<String> guards, Row row) {

    static Transition of(Row row) {
        var guards = Stream.of(row.text("guards").split(","))
                .filter(name -> !name.isEmpty())
                .toList();
        return new Transition(row.key(), row.text("from"), row.text("to"), row.text("trigger"), guards, row);
    }
}
