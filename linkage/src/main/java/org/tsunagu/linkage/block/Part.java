package org.tsunagu.linkage.block;

import org.tsunagu.linkage.field.Field;

/// One number a record: the key of a field or of a part of it (ブロックキーの素). Negative where there is no value.
final class Part {

    private final String name;
    private final Field field;
    private final int[] left;
    private final int[] right;
    private final int size;

    /// @param size numbers are below it
    Part(String name, Field field, int[] left, int[] right, int size) {
        this.name = name;
        this.field = field;
        this.left = left;
        this.right = right;
        this.size = size;
    }

    String name() {
        return name;
    }

    Field field() {
        return field;
    }

    int[] left() {
        return left;
    }

    int[] right() {
        return right;
    }

    int size() {
        return size;
    }
}
