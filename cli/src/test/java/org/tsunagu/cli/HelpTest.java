package org.tsunagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    static final List<String> COMMANDS = List.of(
            "demo",
            "serve",
            "verify-audit",
            "check",
            "judge",
            "eligible",
            "plan",
            "points",
            "explain",
            "link",
            "convert",
            "claims",
            "masters",
            "synthesize",
            "realism",
            "test",
            "bench");

    @Test
    void the_help_shows_every_command_in_both_languages() {
        var japanese = Cli.run("--help");
        var english = Cli.in(Map.of("LANG", "en_US.UTF-8"), "--help");

        assertThat(japanese.status()).isZero();
        assertThat(japanese.out()).contains("使い方：", "コマンド：").contains(COMMANDS);
        assertThat(english.out()).contains("Usage:", "Commands:").contains(COMMANDS);
        assertThat(english.out()).doesNotContainPattern("[\\p{IsHiragana}\\p{IsHan}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "judge",
                "eligible",
                "plan",
                "points",
                "explain",
                "link",
                "convert",
                "claims",
                "masters",
                "synthesize",
                "realism"
            })
    void every_command_explains_each_of_its_options(String command) {
        for (var language : List.of("ja", "en")) {
            var help = Cli.run(command, "--help", "--lang", language);

            assertThat(help.status()).isZero();
            assertThat(help.err()).isEmpty();
            var lines = help.out().lines().toList();
            for (var i = 0; i < lines.size(); i++) {
                if (lines.get(i).strip().matches("(-\\w, +)?--[\\w-]+(=\\S+)?")) {
                    assertThat(lines.get(i + 1)).as(lines.get(i)).matches(" {10,}\\S.*");
                }
            }
        }
    }

    @Test
    void the_help_of_check_documents_its_files_columns_and_exit_status() {
        var help = Cli.run("check", "--help", "--lang", "en").out().replaceAll("\\s+", " ");

        assertThat(help)
                .contains("documents.csv", "results.csv", "findings.csv", "reasons.csv", "report.html", "check.xlsx")
                .contains("metabolic, metabolic_reported, level, level_reported, certainty")
                .contains("item_code, value, decided_by_missing, certainty")
                .contains("0 no error findings", "1 some error findings", "2 unusable call");
    }

    @Test
    void a_wrong_call_is_answered_in_one_sentence_and_with_2() {
        assertThat(Cli.run("check", "x.zip")).isEqualTo(new Cli(2, "", """
            --out を指定してください。
            使い方は tsunagu check --help で見られます。
            """));
        assertThat(Cli.run("--lang", "en", "check", "--out", "x").err()).contains("Please give PATH.");
        assertThat(Cli.run("chekc", "--lang", "en").err()).contains("\"chekc\" is not known. Similar: check");
        assertThat(Cli.run("check", "x", "--out", "y", "--threads", "two").err())
                .contains("--threads に「two」は使えません。");
        assertThat(Cli.run("check", "x", "--out", "y", "--threads", "0").status())
                .isEqualTo(2);
        assertThat(Cli.run("--lang", "fr").err()).contains("--lang に「fr」は使えません。");
    }

    @Test
    void without_a_command_the_help_is_shown() {
        var call = Cli.run();

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.out()).contains("コマンド：");
    }

    @Test
    void commands_of_the_launcher_say_how_they_are_run() {
        assertThat(Cli.run("test", "--lang", "en").err()).contains("./tsunagu test");
        assertThat(Cli.run("serve", "--lang", "en").err()).contains("./tsunagu serve");
        assertThat(Cli.run("bench").status()).isEqualTo(2);
    }

    @Test
    void the_version_is_shown() {
        assertThat(Cli.run("--version").out()).startsWith("Tsunagu（繋ぐ） ");
    }
}
