package org.tsunagu.privacy.masking;

import java.util.List;
import java.util.stream.Stream;

/// Numbers that add up to another (合計の関係): what a reader can subtract.
///
/// @param number its own number
/// @param total number of the cell that is the sum
/// @param parts numbers of the cells that are summed
/// @param isRest whether this is a whole, its part and what is left of it, which no table shows
record Line(int number, int total, List<Integer> parts, boolean isRest) {

    @Override
    public int hashCode() {
        return number;
    }

    /// Parts first, then the total.
    List<Integer> cells() {
        return Stream.concat(parts.stream(), Stream.of(total)).toList();
    }

    /// +1 for parts, −1 for the total: all cells with their signs add up to 0.
    int sign(int cell) {
        return cell == total ? -1 : 1;
    }
}
