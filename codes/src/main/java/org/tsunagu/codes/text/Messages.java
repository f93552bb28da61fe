package org.tsunagu.codes.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sentences of one module in one language (文言): a UTF-8 properties file with named placeholders such as `{file}`.
public final class Messages {

    private final Properties sentences;

    private Messages(Properties sentences) {
        this.sentences = sentences;
    }

    /// Reads a message file.
    ///
    /// @throws IllegalArgumentException if the file is not there
    public static Messages read(String name, @Nullable InputStream resource) {
        if (resource == null) {
            throw new IllegalArgumentException("message file %s not found".formatted(name));
        }
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            var sentences = new Properties();
            sentences.load(reader);
            return new Messages(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The keys there are.
    public Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /// The sentence of a key as it stands.
    ///
    /// @throws IllegalArgumentException if there is no such key
    public String text(String key) {
        var sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no message %s".formatted(key));
        }
        return sentence;
    }

    /// The sentence of a key with its placeholders filled; a placeholder without an argument shows as `-`.
    public String text(String key, Map<String, String> arguments) {
        var sentence = text(key);
        var filled = new StringBuilder(sentence.length() + 16);
        var from = 0;
        for (var open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            var close = sentence.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(sentence, from, open);
            filled.append(arguments.getOrDefault(sentence.substring(open + 1, close), "-"));
            from = close + 1;
        }
        return filled.append(sentence, from, sentence.length()).toString();
    }
}
