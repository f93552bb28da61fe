package org.tsunagu.app.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.linkage.normal.DateForms;

/// A day as people type it (日付の入力): `R8.11.24`, `令和8年11月24日`, `2026-11-24`, `2026/11/24` or `20261124`.
public final class TypedDate {

    private TypedDate() {}

    /// The day; empty for anything that is no day of the calendar.
    public static Optional<LocalDate> read(String typed) {
        return Dates.compact(DateForms.of(List.of()).key(typed));
    }
}
