package org.tsunagu.app.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.app.backup.Tables.Table;

/// For whom a table is read (保険者ごとの読み出し): at once by somebody whom row-level security does not bind, else insurer by
/// insurer, within the same moment of the database.
final class Tenants {

    private static final int INSTALLATION = 0;
    private static final int NOBODY = -1;

    private final Connection connection;
    private final boolean isFree;
    private final List<Integer> insurers = new ArrayList<>(List.of(INSTALLATION));

    Tenants(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            try (var role = statement.executeQuery(
                    "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
                isFree = role.next() && role.getBoolean(1);
            }
            try (var rows = statement.executeQuery("select id from access.insurer order by id")) {
                while (rows.next()) {
                    insurers.add(rows.getInt(1));
                }
            }
        }
    }

    /// The insurers in turn; one round for all when that shows everything.
    ///
    /// @throws BackupRefused if some rows could not be seen
    List<Integer> of(Table table) {
        if (isFree || !table.isPerInsurer()) {
            return List.of(NOBODY);
        }
        if (!table.columns().contains("insurer_id")) {
            throw new BackupRefused("hidden", table.name());
        }
        return insurers;
    }

    /// Works for an insurer until the end of the transaction.
    void work(int insurer) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('tsunagu.insurer', ?, true)")) {
            statement.setString(1, insurer == NOBODY ? "" : Integer.toString(insurer));
            statement.execute();
        }
    }
}
