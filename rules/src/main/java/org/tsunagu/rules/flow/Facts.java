package org.tsunagu.rules.flow;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Variables;

/// What a step is decided by (判断材料): numbers by the name of their variable, yes as 1 and no as 0. What is not there is
/// not known, and a condition on it does not hold.
public record Facts(Map<String, BigDecimal> numbers) {

    /// Nothing is known.
    public static final Facts NONE = new Facts(Map.of());

    private static final CheckupValues NO_VALUES =
            CheckupValues.over(Items.shipped()).build();

    /// Keeps the numbers as they are.
    public Facts {
        numbers = Map.copyOf(numbers);
    }

    /// The same with one more number; one of the same name is replaced.
    public Facts with(String variable, BigDecimal number) {
        return and(new Facts(Map.of(variable, number)));
    }

    /// The same with one more whole number.
    public Facts with(String variable, long number) {
        return with(variable, BigDecimal.valueOf(number));
    }

    /// The same with one more yes or no.
    public Facts with(String variable, boolean holds) {
        return with(variable, holds ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    /// Both together; where both know a variable the others count.
    public Facts and(Facts others) {
        var all = new HashMap<>(numbers);
        all.putAll(others.numbers);
        return new Facts(all);
    }

    /// Those of the named variables that are known, as conditions read them.
    Gathered gathered(Variables variables) {
        var gathered = new Gathered(variables.size(), NO_VALUES);
        for (var index = 0; index < variables.size(); index++) {
            var number = numbers.get(variables.name(index));
            if (number != null) {
                gathered.fact(index, number);
            }
        }
        return gathered;
    }
}
