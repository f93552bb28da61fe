package org.tsunagu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tsunagu.app.backup.BackupFile;
import org.tsunagu.app.backup.BackupRefused;
import org.tsunagu.app.backup.Manifest;
import org.tsunagu.app.backup.Restoring;
import org.tsunagu.app.backup.Taking;
import picocli.CommandLine;

/// One file that holds everything, taken while the server runs, and the way back.
@ExtendWith(Office.Extension.class)
class BackupTest {

    @TempDir
    Path folder;

    /// What a command printed, and its exit status.
    private record Answer(int status, String said) {}

    private static Answer run(Locale language, String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var words = ResourceBundle.getBundle(
                "messages.start",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var status = new CommandLine(new StartCommands())
                .addSubcommand(new BackupCommand(words, out))
                .addSubcommand(new RestoreCommand(words, out))
                .execute(arguments);
        return new Answer(status, bytes.toString(StandardCharsets.UTF_8));
    }

    private Path passphrase(String text) throws IOException {
        return Files.writeString(folder.resolve("passphrase-" + text.hashCode()), text + "\n");
    }

    private static void fill(Office office, Path folder) throws IOException {
        var insurer = office.insurer("99000283");
        var files = Office.files(folder.resolve("files"), "99000283", 200, 1, 0.05);
        office.register(insurer, Files.readAllBytes(files.resolve("members.csv")), true);
        try (var zips = Files.list(files.resolve("archives"))) {
            zips.sorted().limit(4).forEach(zip -> office.receive(insurer, zip));
        }
        office.waitForJobs(insurer);
        Files.writeString(office.data().resolve("secrets/second-factor-key"), "a key that data depend on");
    }

    @Test
    void a_backup_of_a_running_server_restored_elsewhere_is_the_same_to_the_last_bit(Office office) throws Exception {
        fill(office, folder);
        var file = folder.resolve("office.backup");
        var key = passphrase("正しい合言葉").toString();
        var elsewhere = folder.resolve("elsewhere");

        var taken = run(
                Locale.ENGLISH,
                "backup",
                file.toString(),
                "--data",
                office.data().toString(),
                "--encrypt",
                "--passphrase-file",
                key);
        assertThat(taken.status()).as(taken.said()).isZero();
        var restored = run(
                Locale.ENGLISH, "restore", file.toString(), "--data", elsewhere.toString(), "--passphrase-file", key);
        assertThat(restored.status()).as(restored.said()).isZero();

        assertThat(restored.said()).contains("the chain is whole", "The backup is restored.");
        var settings = new Server.Settings(elsewhere, Optional.empty(), "127.0.0.1", 0, false);
        try (var installation = Installation.own(settings)) {
            var expected = Contents.exact(office.everything());
            var actual = Contents.exact(
                    Databases.administrator(elsewhere, installation.local().orElseThrow()));
            actual.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(expected.get(table)));
            assertThat(actual.keySet()).isEqualTo(expected.keySet());
            assertThat(expected.get("intake.document")).isNotEmpty();
        }
        assertThat(Contents.files(elsewhere.resolve("originals")))
                .isNotEmpty()
                .isEqualTo(Contents.files(office.data().resolve("originals")));
        assertThat(elsewhere.resolve("secrets/second-factor-key")).hasContent("a key that data depend on");
        assertThat(elsewhere.resolve("secrets/database-admin"))
                .isRegularFile()
                .content()
                .isNotEqualTo(Files.readString(office.data().resolve("secrets/database-admin")));

        var again =
                run(Locale.ROOT, "restore", file.toString(), "--data", elsewhere.toString(), "--passphrase-file", key);
        assertThat(again).satisfies(answer -> assertThat(answer.status()).isEqualTo(2));
        assertThat(again.said()).contains("復元先が空ではありません");
    }

    /// As on a server of the user's own, where nobody is above row-level security.
    @Test
    void the_owner_of_the_tables_can_take_and_restore_everything_too(Office office) throws Exception {
        fill(office, folder);
        var url = office.bean(org.springframework.core.env.Environment.class)
                .getRequiredProperty("spring.datasource.url");
        var password = new Secrets(office.data()).password("database-owner", 40);
        var file = folder.resolve("office.zip");
        try (var owner = DriverManager.getConnection(url, Database.OWNER, password)) {
            new Taking(owner, office.data(), (what, count) -> {}).into(file, Optional.empty(), "now");
        }
        office.everything().execute("drop database if exists second");
        office.everything().execute("create database second owner tsunagu_owner");
        var access = new Database.Access(
                url.replaceFirst("/tsunagu\\b", "/second"),
                Database.OWNER,
                password,
                new Secrets(office.data()).password("database-app", 40));

        var backup = BackupFile.of(file, Optional::empty);
        var manifest = backup.check((what, count) -> {});
        Database.remake(
                access,
                manifest.migrations().stream()
                        .collect(Collectors.toMap(
                                Manifest.Migration::module, Manifest.Migration::version, (before, after) -> after)));
        try (var owner = DriverManager.getConnection(access.url(), Database.OWNER, password)) {
            Restoring.requireEmpty(owner, folder.resolve("second"));
            Files.createDirectories(folder.resolve("second/secrets"));
            new Restoring(owner, folder.resolve("second"), manifest, (what, count) -> {}).from(backup);
        }

        var admin = new Secrets(office.data()).password("database-admin", 40);
        var second = new JdbcTemplate(new DriverManagerDataSource(access.url(), "tsunagu_admin", admin));
        assertThat(Contents.exact(second)).isEqualTo(Contents.exact(office.everything()));
        assertThat(second.queryForObject(
                        "select count(*) from pg_class where relrowsecurity and not relforcerowsecurity",
                        Integer.class))
                .as("row-level security binds the owner again")
                .isZero();
        office.everything().execute("drop database second with (force)");
    }

    @Test
    void a_backup_that_is_not_as_it_was_written_is_refused_before_anything_is_written(Office office) throws Exception {
        fill(office, folder);
        var key = passphrase("合言葉").toString();
        var data = office.data().toString();
        for (var isEncrypted : new boolean[] {true, false}) {
            var file = folder.resolve("whole-" + isEncrypted);
            var taken = isEncrypted
                    ? run(Locale.ROOT, "backup", file.toString(), "--data", data, "--encrypt", "--passphrase-file", key)
                    : run(Locale.ROOT, "backup", file.toString(), "--data", data);
            assertThat(taken.status()).as(taken.said()).isZero();
            var bytes = Files.readAllBytes(file);
            var random = new Random(1);
            var broken = folder.resolve("broken-" + isEncrypted);
            for (var i = 0; i < 12; i++) {
                var copy = bytes.clone();
                var place = i == 0 ? copy.length - 1 : random.nextInt(copy.length);
                copy[place] ^= (byte) (1 << random.nextInt(8));
                Files.write(broken, copy);
                assertRefused(broken, "bit at " + place);
                var length = random.nextInt(bytes.length);
                Files.write(broken, java.util.Arrays.copyOf(bytes, length));
                assertRefused(broken, "cut at " + length);
            }
            var target = folder.resolve("target-" + isEncrypted);
            for (var language : Map.of(Locale.ROOT, "バックアップが壊れています", Locale.ENGLISH, "The backup is damaged")
                    .entrySet()) {
                var answer = run(
                        language.getKey(),
                        "restore",
                        broken.toString(),
                        "--data",
                        target.toString(),
                        "--passphrase-file",
                        key);
                assertThat(answer.status()).isEqualTo(2);
                assertThat(answer.said()).contains(language.getValue());
            }
            assertThat(target).doesNotExist();
        }
        var wrong = passphrase("違う").toString();
        var target = folder.resolve("target");
        for (var language : Map.of(Locale.ROOT, "パスフレーズが違います", Locale.ENGLISH, "The passphrase is wrong")
                .entrySet()) {
            var answer = run(
                    language.getKey(),
                    "restore",
                    folder.resolve("whole-true").toString(),
                    "--data",
                    target.toString(),
                    "--passphrase-file",
                    wrong);
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.said()).contains(language.getValue());
        }
        assertThat(target).doesNotExist();
    }

    private static void assertRefused(Path file, String how) {
        assertThatThrownBy(() -> BackupFile.of(file, () -> Optional.of("合言葉".toCharArray()))
                        .check((what, count) -> {}))
                .as(how)
                .isInstanceOf(BackupRefused.class);
    }

    @Test
    void a_backup_of_a_newer_program_is_refused(Office office) throws Exception {
        var file = folder.resolve("newer.zip");
        var target = folder.resolve("target");
        office.everything()
                .update(
                        "insert into access.migration (installed_rank, version, description, type, script, installed_by,"
                                + " execution_time, success) values (999, '999', '', 'SQL', '', '', 0, true)");
        try {
            run(Locale.ROOT, "backup", file.toString(), "--data", office.data().toString());
        } finally {
            office.everything().update("delete from access.migration where installed_rank = 999");
        }

        var answer = run(Locale.ENGLISH, "restore", file.toString(), "--data", target.toString());

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.said()).contains("newer Tsunagu (access 999)");
        assertThat(target).doesNotExist();
    }

    @Test
    void without_a_passphrase_nothing_is_encrypted_and_nothing_is_overwritten(Office office) throws Exception {
        var data = office.data().toString();
        var there = Files.writeString(folder.resolve("there"), "mine");

        assertThat(run(Locale.ROOT, "backup", folder.resolve("new").toString(), "--data", data, "--encrypt")
                        .said())
                .contains("パスフレーズが必要です");
        assertThat(run(Locale.ROOT, "backup", there.toString(), "--data", data).said())
                .contains("同じ名前のファイルがあります");
        assertThat(there).hasContent("mine");
        assertThat(folder.resolve("new")).doesNotExist();
    }
}
