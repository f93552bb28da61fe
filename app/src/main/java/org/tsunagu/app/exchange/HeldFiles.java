package org.tsunagu.app.exchange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.intake.Forgetting;

/// Whether anything still needs a file (ファイルの使用), within the transaction of the caller.
@Component
class HeldFiles {

    private final JdbcClient jdbc;
    private final Forgetting forgetting;

    HeldFiles(JdbcClient jdbc, Forgetting forgetting) {
        this.jdbc = jdbc;
        this.forgetting = forgetting;
    }

    boolean isFree(String original) {
        var isUsed = jdbc.sql("select exists (select 1 from exchange.upload where original = :what)"
                        + " or exists (select 1 from exchange.handover where original = :what)")
                .param("what", original)
                .query(Boolean.class)
                .single();
        return !isUsed && !forgetting.isHeld(original);
    }
}
