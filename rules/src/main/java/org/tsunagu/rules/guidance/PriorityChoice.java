package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// What the insurer decides about the order (重点化の方針).
///
/// @param order keys of the criteria, the most important first; those not named follow in the order of the table
/// @param weights weight of a criterion by its key; those not named keep the weight of the table
public record PriorityChoice(Method method, List<String> order, Map<String, BigDecimal> weights) {

    /// As shipped: the weighted sum, ties by the order of the table.
    public static final PriorityChoice SHIPPED = new PriorityChoice(Method.SUM, List.of(), Map.of());

    /// How the criteria come together (並べ方).
    public enum Method {
        /// The weighted sum decides, then the order of the criteria (合計点).
        SUM,
        /// The first criterion decides, then the second, and so on (基準の順).
        IN_ORDER
    }

    /// Keeps the parts as they are.
    public PriorityChoice {
        order = List.copyOf(order);
        weights = Map.copyOf(weights);
    }
}
