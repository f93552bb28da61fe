package org.tsunagu.app.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tsunagu.codes.text.Messages;

/// The sentences of all modules in one language (画面の文言). A key begins with its module: `desk.today.title`.
public final class Texts {

    /// The modules that have a message file.
    static final List<String> MODULES = List.of(
            "access",
            "audit",
            "ui",
            "files",
            "jobs",
            "membership",
            "contacts",
            "consent",
            "worklists",
            "intake",
            "checkups",
            "docks",
            "tickets",
            "guidance",
            "mailing",
            "lists",
            "planning",
            "reporting",
            "settlement",
            "claims",
            "exchange",
            "analytics",
            "retention",
            "rewards",
            "extracts",
            "desk",
            "portal",
            "api");

    private static final Map<Language, Texts> ALL = new EnumMap<>(Map.of(
            Language.JAPANESE, new Texts(""),
            Language.ENGLISH, new Texts("_en")));

    private final Map<String, Messages> files = new HashMap<>();

    private Texts(String suffix) {
        for (var module : MODULES) {
            var name = "/messages/%s%s.properties".formatted(module, suffix);
            files.put(module, Messages.read(name, Texts.class.getResourceAsStream(name)));
        }
    }

    /// The sentences of a language.
    public static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /// A sentence with its named arguments, name and value in turn.
    ///
    /// @throws IllegalArgumentException if there is no such key
    public String text(String key, Object... arguments) {
        var module = key.substring(0, Math.max(0, key.indexOf('.')));
        var file = files.get(module);
        if (file == null) {
            throw new IllegalArgumentException("no message file for " + key);
        }
        var named = new HashMap<String, String>();
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            named.put(String.valueOf(arguments[i]), String.valueOf(arguments[i + 1]));
        }
        return file.text(key, named);
    }

    /// Whether there is a sentence.
    public boolean has(String key) {
        var file = files.get(key.substring(0, Math.max(0, key.indexOf('.'))));
        return file != null && file.keys().contains(key);
    }

    String raw(String key) {
        return Objects.requireNonNull(files.get(key.substring(0, key.indexOf('.'))))
                .text(key);
    }

    List<String> keys() {
        var keys = new ArrayList<String>();
        files.values().forEach(file -> keys.addAll(file.keys()));
        keys.sort(null);
        return keys;
    }
}
