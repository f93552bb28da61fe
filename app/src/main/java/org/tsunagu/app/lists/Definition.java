package org.tsunagu.app.lists;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.tsunagu.codes.table.Correction;

/// A copy of a shipped list with changed cells (定義の写し).
///
/// @param id 0 for the list as shipped
/// @param validFrom first reference month it is used for
/// @param changes the cells that differ from the shipped tables; the rest follows each release
public record Definition(
        long id,
        String list,
        YearMonth validFrom,
        List<Correction> changes,
        String note,
        String madeBy,
        OffsetDateTime madeAt) {}
