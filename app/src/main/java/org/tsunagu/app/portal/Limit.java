package org.tsunagu.app.portal;

import java.time.LocalDate;
import org.tsunagu.codes.table.Table;

/// Days, minutes, ages and tries of the members' pages (期限・回数・年齢); the numbers are in `limits.tsv`.
public enum Limit {
    /// From which age a member has an account (利用登録できる年齢).
    ACCOUNT_AGE,
    /// Until which birthday a parent acts for a child (親権者の代理が終わる年齢).
    CHILD_AGE,
    CODE_DAYS,
    CODE_TRIES,
    INQUIRY_DAYS,
    /// How long the wish to be linked to an identity service waits for it (外部IDとの連携を待つ時間).
    LINK_MINUTES,
    LOCK_MINUTES,
    LOCK_TRIES,
    PROXY_CODE_DAYS,
    SESSION_HOURS,
    /// How long the password counts that was asked for once more (再確認の有効時間).
    STEP_UP_MINUTES;

    private static final Table TABLE = Table.read("portal/limits", Limit.class.getResourceAsStream("limits.tsv"));

    /// The number on a day.
    public int on(LocalDate day) {
        return TABLE.on(day).stream()
                .filter(row -> row.key().equals(name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("portal/limits: no %s on %s".formatted(this, day)))
                .integer("number");
    }
}
