package org.tsunagu.app.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tsunagu.app.api.Refused;

/// A page of a list (一覧の1ページ). The next one begins after a key, not at a number: rows that come or go meanwhile
/// neither shift the pages nor make them slow.
///
/// @param next address of the next page; absent on the last one
record Slice<T>(List<T> data, @Nullable String next) {

    static final String USUAL = "100";

    private static final int MOST = 500;
    private static final String SEPARATOR = "|";

    /// Makes a page.
    ///
    /// @param rows one more than fit, if there are more
    /// @param key what the next page begins after
    static <R, T> Slice<T> of(
            HttpServletRequest request, List<R> rows, int limit, Function<R, String> key, Function<R, T> answer) {
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        var data = shown.stream().map(answer).toList();
        return new Slice<>(data, rows.size() > limit ? next(request, key.apply(shown.getLast())) : null);
    }

    private static String next(HttpServletRequest request, String key) {
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("cursor", cursor)
                .build()
                .toUriString();
    }

    /// A number of rows that may be asked for.
    static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw Refused.field("limit");
        }
        return asked;
    }

    static String key(Object... parts) {
        return String.join(
                SEPARATOR, List.of(parts).stream().map(String::valueOf).toList());
    }

    /// The parts of a cursor, or what a list without one begins after.
    static <T> T read(String cursor, T first, Function<String[], T> parts) {
        if (cursor.isEmpty()) {
            return first;
        }
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return parts.apply(key.split("\\|", -1));
        } catch (IllegalArgumentException | java.time.DateTimeException | IndexOutOfBoundsException notOurs) {
            throw Refused.field("cursor");
        }
    }
}
