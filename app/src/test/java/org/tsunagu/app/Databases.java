package org.tsunagu.app;

import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tsunagu.localdb.LocalServer;

final class Databases {

    private Databases() {}

    static JdbcTemplate administrator(Path data, Server server) {
        return administrator(data, server.local().orElseThrow());
    }

    static JdbcTemplate administrator(Path data, LocalServer local) {
        var password = new Secrets(data).password("database-admin", 40);
        return new JdbcTemplate(new DriverManagerDataSource(local.url("tsunagu"), LocalServer.ADMINISTRATOR, password));
    }
}
