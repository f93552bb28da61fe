package org.tsunagu.app.worklists;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tsunagu.app.ui.TypedDate;

/// What the address of a list asks for (絞り込みと並べ替え): codes and days only, never a name or a number of a person.
///
/// @param chosen by name; what is not asked for is not there
public record TaskQuery(Map<String, String> chosen) {

    /// What can be asked for and how it is written; days are read in any form and kept as ISO.
    private static final Map<String, Pattern> KNOWN = known();

    private static final List<String> DAYS = List.of("since", "fresh", "closed");

    private static Map<String, Pattern> known() {
        var known = new LinkedHashMap<String, Pattern>();
        known.put("kind", Pattern.compile("[A-Z_]{1,40}"));
        known.put("whose", Pattern.compile("mine|nobody|[0-9]{1,18}"));
        known.put("due", Pattern.compile("overdue|today|week"));
        known.put("since", Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
        known.put("fresh", Pattern.compile("visit|[0-9]{4}-[0-9]{2}-[0-9]{2}"));
        known.put("closed", Pattern.compile("visit|[0-9]{4}-[0-9]{2}-[0-9]{2}"));
        known.put("urgency", Pattern.compile("high"));
        known.put("certainty", Pattern.compile("marked|sure"));
        known.put("year", Pattern.compile("[0-9]{4}"));
        known.put("agefrom", Pattern.compile("[0-9]{1,3}"));
        known.put("ageto", Pattern.compile("[0-9]{1,3}"));
        known.put("sex", Pattern.compile("[12]"));
        known.put("office", Pattern.compile("[^\\p{Cntrl}]{1,40}"));
        known.put("state", Pattern.compile("DONE|EXCLUDED|DROPPED"));
        known.put("sort", Pattern.compile("kind|name|since|owner|urgency"));
        known.put("order", Pattern.compile("desc"));
        known.put("page", Pattern.compile("[1-9][0-9]{0,5}"));
        return known;
    }

    /// Keeps its own copy.
    public TaskQuery {
        chosen = Map.copyOf(chosen);
    }

    /// Everything, in the usual order.
    public static final TaskQuery ALL = new TaskQuery(Map.of());

    /// What the parameters of a request ask for; what cannot be read is left out, see [#unreadable].
    public static TaskQuery of(Map<String, String> parameters) {
        var chosen = new TreeMap<String, String>();
        KNOWN.forEach((name, pattern) -> {
            var text = coded(name, parameters.getOrDefault(name, ""));
            if (pattern.matcher(text).matches()) {
                chosen.put(name, text);
            }
        });
        return new TaskQuery(chosen);
    }

    /// The same from an address or a part of one.
    public static TaskQuery read(String address) {
        var parameters = new TreeMap<String, String>();
        for (var pair : address.substring(address.indexOf('?') + 1).split("&", -1)) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                parameters.put(
                        pair.substring(0, cut),
                        java.net.URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
            }
        }
        return of(parameters);
    }

    /// Names of parameters that say something which cannot be read.
    public static List<String> unreadable(Map<String, String> parameters) {
        return KNOWN.entrySet().stream()
                .filter(known -> {
                    var typed = parameters.getOrDefault(known.getKey(), "").strip();
                    return !typed.isEmpty()
                            && !known.getValue()
                                    .matcher(coded(known.getKey(), typed))
                                    .matches();
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String coded(String name, String typed) {
        var text = typed.strip();
        return DAYS.contains(name) && !text.equals("visit")
                ? TypedDate.read(text).map(Object::toString).orElse("")
                : text;
    }

    /// What is asked for under a name; empty for nothing.
    public String get(String name) {
        return chosen.getOrDefault(name, "");
    }

    /// Whether exactly this is asked for.
    public boolean is(String name, String value) {
        return get(name).equals(value);
    }

    /// The same but for one thing; an empty value takes it away. Another filter or order begins at the first page.
    public TaskQuery with(String name, String value) {
        var changed = new TreeMap<>(chosen);
        changed.remove("page");
        changed.remove(name);
        if (!value.isEmpty()) {
            changed.put(name, value);
        }
        return new TaskQuery(changed);
    }

    /// The same list in the order of a column, turned round when it is in this order already.
    public TaskQuery sorted(String column) {
        var isTurned = is("sort", column.equals("due") ? "" : column) && !is("order", "desc");
        return with("sort", column.equals("due") ? "" : column).with("order", isTurned ? "desc" : "");
    }

    /// The page, from 1.
    public int page() {
        return get("page").isEmpty() ? 1 : Integer.parseInt(get("page"));
    }

    /// Without order and page: what is meant by "all of these".
    public TaskQuery filter() {
        return with("sort", "").with("order", "");
    }

    /// Whether anything is filtered.
    public boolean isFiltered() {
        return !filter().chosen().isEmpty();
    }

    /// As parameters of an address, in a fixed order.
    public String parameters() {
        return new TreeMap<>(chosen)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /// The address of the list.
    public String address() {
        return chosen.isEmpty() ? "/tasks" : "/tasks?" + parameters();
    }
}
