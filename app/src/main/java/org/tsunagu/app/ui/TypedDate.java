package org.tsunagu.app.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.linkage.normal.DateForms;

/// A day as people type it (日付の入力): `R8.11.24`, `令和8年11月24日`, `2026-11-24`, `2026/11/24` or `20261124`.
public final class TypedDate {

    private TypedDate() {}

    /// The first day of the calendar now used in Japan (改暦); nobody here has to do with an earlier one.
    private static final LocalDate FIRST = LocalDate.parse("1873-01-01");

    private static final LocalDate LAST = LocalDate.parse("2199-12-31");

    /// The day; empty for anything that is no day of the calendar, or of another century than those people live
    /// in.
    public static Optional<LocalDate> read(String typed) {
        return Dates.compact(DateForms.of(List.of()).key(typed))
                .filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
    }
}
