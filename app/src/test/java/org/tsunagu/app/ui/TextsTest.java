package org.tsunagu.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.worklists.TaskKind;

/// Japanese and English say the same, and everything a page asks for is there.
class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern USED = Pattern.compile("text\\(\"([a-z_]+\\.[a-zA-Z0-9_.-]+[a-zA-Z0-9_])\"[,)]");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    @Test
    void both_languages_have_the_same_keys_and_arguments() {
        var japanese = Texts.in(Language.JAPANESE);
        var english = Texts.in(Language.ENGLISH);

        assertThat(english.keys()).isEqualTo(japanese.keys());
        for (var key : japanese.keys()) {
            assertThat(arguments(english.raw(key))).as(key).isEqualTo(arguments(japanese.raw(key)));
            assertThat(japanese.raw(key)).as(key).isNotBlank();
        }
    }

    private static TreeSet<String> arguments(String sentence) {
        var names = new TreeSet<String>();
        PLACEHOLDER.matcher(sentence).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    @Test
    void every_key_in_a_template_has_a_sentence() throws IOException {
        var known = Texts.in(Language.JAPANESE).keys();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                var used = USED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                assertThat(known).as(file.toString()).containsAll(used);
            }
        }
    }

    @Test
    void no_japanese_stands_in_a_template_but_the_name_of_the_product() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                var text = Files.readString(file).replace("<span lang=\"ja\">繋ぐ</span>", "");
                assertThat(JAPANESE.matcher(text).find()).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    void every_constant_that_is_shown_has_a_sentence() {
        var known = Texts.in(Language.JAPANESE).keys();

        for (var kind : TaskKind.values()) {
            assertThat(known).contains("worklists.kind." + kind);
        }
        for (var kind : Look.Kind.values()) {
            assertThat(known).contains("audit.kind." + kind);
        }
        for (var role : Role.values()) {
            assertThat(known).contains("access.role." + role);
        }
        assertThat(Permission.values()).isNotEmpty();
    }
}
