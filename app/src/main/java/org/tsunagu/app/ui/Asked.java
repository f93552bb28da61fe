package org.tsunagu.app.ui;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a list is narrowed to, as its address says it (絞り込み): codes and numbers by name, so that nothing in
/// them needs to be escaped. With the page.
public record Asked(Map<String, String> chosen) {

    private static final String PAGE = "page";
    private static final String NUMBER_OF_PAGE = "[1-9][0-9]{0,5}";

    /// Keeps its own copy.
    public Asked {
        chosen = Map.copyOf(chosen);
    }

    /// What the parameters of a request ask for; what does not fit is left out.
    ///
    /// @param known patterns by name
    public static Asked of(Map<String, String> known, Map<String, String> parameters) {
        var chosen = new TreeMap<String, String>();
        known.forEach((name, pattern) -> put(chosen, name, pattern, parameters));
        put(chosen, PAGE, NUMBER_OF_PAGE, parameters);
        return new Asked(chosen);
    }

    private static void put(Map<String, String> chosen, String name, String pattern, Map<String, String> parameters) {
        var text = parameters.getOrDefault(name, "").strip();
        if (text.matches(pattern)) {
            chosen.put(name, text);
        }
    }

    /// What is asked for under a name; empty for nothing.
    public String get(String name) {
        return chosen.getOrDefault(name, "");
    }

    /// The page, from 1.
    public int page() {
        return get(PAGE).isEmpty() ? 1 : Integer.parseInt(get(PAGE));
    }

    /// The same with another value of one thing, empty for none; from the first page on.
    public Asked with(String name, String value) {
        var changed = new TreeMap<>(chosen);
        changed.remove(PAGE);
        changed.put(name, value);
        changed.values().removeIf(String::isEmpty);
        return new Asked(changed);
    }

    /// As parameters of an address, in a fixed order.
    public String parameters() {
        return new TreeMap<>(chosen)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
    }

    /// The address of a list with these parameters.
    public String at(String path) {
        return chosen.isEmpty() ? path : path + "?" + parameters();
    }

    /// The same with something to say to the user.
    ///
    /// @param notice key of the message
    public String at(String path, String notice) {
        return at(path) + (chosen.isEmpty() ? "?" : "&") + "notice=" + notice;
    }
}
