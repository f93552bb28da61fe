package org.tsunagu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.access.TestUsers;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.TaskChanges;
import org.tsunagu.app.worklists.TaskChanges.Seen;
import org.tsunagu.app.worklists.TaskChanges.Wanted;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.TaskLists;
import org.tsunagu.app.worklists.TaskQuery;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.localdb.LocalServer;

/// A database server of the user's own, whose owner is no superuser.
class OwnDatabaseTest {

    private static final String PASSWORD = "onlyForTheseTests";

    @Test
    void its_owner_makes_the_tables_and_starts_again(@TempDir Path folder) {
        try (var server = LocalServer.start(folder.resolve("postgresql"), PASSWORD)) {
            var admin = new JdbcTemplate(
                    new DriverManagerDataSource(server.url("postgres"), LocalServer.ADMINISTRATOR, PASSWORD));
            admin.execute("create role someone login createrole password '%s'".formatted(PASSWORD));
            admin.execute("create database theirs owner someone");
            var access = new Database.Access(server.url("theirs"), "someone", PASSWORD, PASSWORD);
            Database.prepareForeign(access);
            Database.migrate(access);

            assertThatCode(() -> Database.prepareForeign(access)).doesNotThrowAnyException();
            assertThat(admin.queryForObject(
                            "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = ?",
                            Boolean.class,
                            Database.APPLICATION))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 14})
    void a_server_older_than_15_is_refused(int version) {
        assertThatThrownBy(() -> Database.requireVersion(version))
                .isInstanceOf(Database.TooOld.class)
                .hasMessageContaining("older than 15");
    }

    @Test
    void one_of_15_will_do() {
        assertThatCode(() -> Database.requireVersion(15)).doesNotThrowAnyException();
    }

    /// On a server that is given: `TSUNAGU_TEST_DATABASE` is the address of an empty database, its
    /// owner is in the variables of a real start.
    @Test
    @EnabledIfEnvironmentVariable(named = "TSUNAGU_TEST_DATABASE", matches = "jdbc:.+")
    void the_program_works_on_the_server_that_is_given(@TempDir Path folder) {
        var settings =
                new Server.Settings(folder, Optional.of(System.getenv("TSUNAGU_TEST_DATABASE")), "127.0.0.1", 0, false);
        Server.start(settings).close();
        try (var server = Server.start(settings)) {
            var insurer = server.context().getBean(Insurers.class).ensure("99031007", "試験組合");
            server.context().getBean(Accounts.class).add("own-nurse", "試験", PASSWORD, insurer, Role.NURSE);
            var user = TestUsers.user(insurer, Role.NURSE);
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
            put(server, insurer);
            var lists = server.context().getBean(TaskLists.class);
            var changes = server.context().getBean(TaskChanges.class);
            var task = lists.list(lists.filter(TaskQuery.ALL), 0, 1).getFirst();
            var one = changes.change(
                    List.of(new Seen(task.id(), task.version())),
                    Wanted.due(task.due().plusDays(1)));
            var all = changes.changeAll(lists.filter(TaskQuery.ALL), Wanted.closed(true, ""));

            assertThat(List.of(one.changed(), all.changed())).containsExactly(1, 1);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void put(Server server, Insurer insurer) {
        var day = LocalDate.parse("2026-11-02");
        var task = new NewTask(TaskKind.MATCH, "1:one", 0, 0, day, day, List.of(), Certainty.SOURCE);
        var tasks = server.context().getBean(Tasks.class);
        server.context()
                .getBean(TenantTransactions.class)
                .run(insurer.id(), () -> tasks.put(insurer.id(), List.of(task)));
    }
}
