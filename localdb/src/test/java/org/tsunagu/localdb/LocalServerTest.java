package org.tsunagu.localdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real server: made, used, killed, taken over, stopped.
class LocalServerTest {

    private static final String PASSWORD = "only for this test";

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_there_after_a_stop_and_another_start() throws SQLException {
        try (var server = LocalServer.start(folder, PASSWORD)) {
            execute(server, "create table note (word text)", "insert into note values ('繋ぐ')");
        }
        try (var server = LocalServer.start(folder, PASSWORD)) {
            assertThat(one(server, "select word from note")).isEqualTo("繋ぐ");
            assertThat(one(server, "show data_checksums")).isEqualTo("on");
            assertThat(one(server, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_program_is_taken_over() throws SQLException {
        var left = LocalServer.start(folder, PASSWORD);
        execute(left, "create table note (word text)");

        try (var server = LocalServer.start(folder, PASSWORD)) {
            assertThat(server.port()).isEqualTo(left.port());
            assertThat(one(server, "select count(*) from note")).isEqualTo("0");
        }
    }

    @Test
    void a_killed_server_starts_again_with_what_was_committed() throws Exception {
        var killed = LocalServer.start(folder, PASSWORD);
        execute(killed, "create table note (word text)", "insert into note values ('kept')");
        var id = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly);

        try (var server = LocalServer.start(folder, PASSWORD)) {
            assertThat(one(server, "select word from note")).isEqualTo("kept");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (var server = LocalServer.start(folder, PASSWORD)) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server.url("postgres"), LocalServer.ADMINISTRATOR, "another"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    private static void execute(LocalServer server, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.url("postgres"), LocalServer.ADMINISTRATOR, server.password());
                var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }

    private static String one(LocalServer server, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.url("postgres"), LocalServer.ADMINISTRATOR, server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
