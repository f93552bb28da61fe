package org.tsunagu.app.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What members apply for (申出の種類). Until when an answer is due and on which article it rests is in
/// `application-kinds.tsv`.
public enum ApplicationKind {
    /// To be shown what is kept (開示の請求).
    DISCLOSURE,
    /// To have something put right (訂正の請求).
    CORRECTION,
    /// That something is no longer used (利用停止の請求).
    STOP,
    /// Support (相談の申込み).
    SUPPORT;

    /// The requests about own data.
    public static final List<ApplicationKind> RIGHTS = List.of(DISCLOSURE, CORRECTION, STOP);

    private static final Table TABLE =
            Table.read("portal/application-kinds", ApplicationKind.class.getResourceAsStream("application-kinds.tsv"));

    /// The row in force on a day.
    public Row on(LocalDate day) {
        return TABLE.on(day).stream()
                .filter(row -> row.key().equals(name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("portal/application-kinds: no %s on %s".formatted(this, day)));
    }

    /// The article in a language; empty when there is none.
    public String law(LocalDate day, Locale locale) {
        return on(day).text(locale.getLanguage().equals("ja") ? "law_ja" : "law_en");
    }

    /// The last day for an answer to what is asked on a day.
    LocalDate due(LocalDate day) {
        return day.plusDays(on(day).integer("days"));
    }

    /// The task that it is for the office.
    TaskKind task() {
        return this == SUPPORT ? TaskKind.SUPPORT : TaskKind.RIGHTS;
    }
}
