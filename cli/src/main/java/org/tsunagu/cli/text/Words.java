package org.tsunagu.cli.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.tsunagu.codes.text.Messages;

/// What the command line says in one language (文言), `messages/cli.properties`.
public final class Words {

    private static final String BUNDLE = "cli";

    private final Language language;
    private final Messages messages;

    /// The sentences of a language.
    public Words(Language language) {
        this.language = language;
        var file = language.file(BUNDLE);
        this.messages = Messages.read(file, Words.class.getResourceAsStream(file));
    }

    /// The language they are in.
    public Language language() {
        return language;
    }

    /// A sentence.
    ///
    /// @param arguments names and values of its placeholders in turn
    public String text(String key, String... arguments) {
        var named = new HashMap<String, String>();
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return messages.text(key, Map.copyOf(named));
    }

    /// Whether there is such a sentence.
    public boolean has(String key) {
        return messages.keys().contains(key);
    }

    /// A number as people read it, with separators of thousands.
    public String number(long number) {
        return String.format(language.locale(), "%,d", number);
    }

    /// The same sentences for the help pages.
    public ResourceBundle bundle() {
        var file = language.file(BUNDLE);
        var resource = Words.class.getResourceAsStream(file);
        if (resource == null) {
            throw new IllegalStateException("no message file " + file);
        }
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
