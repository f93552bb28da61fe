package org.tsunagu.rules.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Item;

/// The first answer that belongs to the answers of the period (回答コード), read as a number.
///
/// @param items items in order, each with its answers
record AnswerReading(int variable, List<Choice> items) implements Reading {

    /// An item and the numbers of the answers in force (結果コード); an answer of a correction stands for another one.
    record Choice(Item item, Map<String, BigDecimal> answers) {}

    @Override
    public long targets() {
        return Reading.bit(variable);
    }

    @Override
    public void read(CheckupValues values, Gathered into) {
        for (var i = 0; i < items.size(); i++) {
            var choice = items.get(i);
            var value = values.get(choice.item());
            if (value.state().isValue()) {
                var answer = choice.answers().get(value.text());
                if (answer != null) {
                    into.put(variable, answer, choice.item());
                    return;
                }
            }
        }
    }

    @Override
    public List<Unused> unused(int asked, CheckupValues values) {
        var unused = new ArrayList<Unused>();
        items.forEach(choice -> unused.addAll(Reading.unused(choice.item(), values.get(choice.item()), "answer_set")));
        return unused;
    }
}
