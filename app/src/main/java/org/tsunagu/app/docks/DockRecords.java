package org.tsunagu.app.docks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// Claims for docks as records that are kept for a time (人間ドックの補助の保存).
@Configuration(proxyBeanMethods = false)
class DockRecords {

    /// As old as the last thing that was decided: a row is written once.
    @Bean
    KeptRecords keptDock(JdbcClient jdbc) {
        return new TableRecords(jdbc, "DOCK", "docks.claim", "docks.delete_claims");
    }
}
