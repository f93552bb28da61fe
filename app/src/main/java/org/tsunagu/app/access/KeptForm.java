package org.tsunagu.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A form that came when the session had ended (送れなかった入力): kept on the server for a while, for its owner to send again.
///
/// @param owner the account that typed it
/// @param action where it was sent
/// @param back the page with the form
public record KeptForm(long owner, String action, Map<String, List<String>> fields, String back, Instant since) {

    private static final String NAME = KeptForm.class.getName();
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_FIELDS = 500;
    private static final int MOST_LETTERS = 200_000;

    /// What a request holds; empty when it cannot be kept: files, passwords, too much of it, what concerns the account.
    static Optional<KeptForm> of(HttpServletRequest request, long owner, Instant now) {
        var type = request.getContentType();
        var path = request.getServletPath();
        if (type == null || !type.startsWith("application/x-www-form-urlencoded") || path.startsWith("/account")) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove("_csrf");
        var letters = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        if (fields.isEmpty() || fields.size() > MOST_FIELDS || letters > MOST_LETTERS || hasSecret(fields)) {
            return Optional.empty();
        }
        return Optional.of(new KeptForm(owner, path, fields, back(request), now));
    }

    private static boolean hasSecret(Map<String, List<String>> fields) {
        return fields.keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("password") || name.equals("code"));
    }

    private static String back(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        try {
            var path = referer == null ? "" : URI.create(referer).getPath();
            return path == null || path.isEmpty() ? "/" : path;
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    /// Also while nobody logs in, as long as it is given back.
    void keep(HttpServletRequest request) {
        var session = request.getSession();
        session.setAttribute(NAME, this);
        session.setMaxInactiveInterval(Math.max(session.getMaxInactiveInterval(), (int) LONGEST.toSeconds()));
    }

    /// The one of a session, if it is that of this person and not too old.
    public static Optional<KeptForm> in(HttpSession session, long staffId, Instant now) {
        return session.getAttribute(NAME) instanceof KeptForm kept
                        && kept.owner == staffId
                        && kept.since.plus(LONGEST).isAfter(now)
                ? Optional.of(kept)
                : Optional.empty();
    }

    /// Forgets it: thrown away, or of somebody else.
    public static void forget(HttpSession session) {
        session.removeAttribute(NAME);
    }

    /// Forgets it when it has been sent again.
    static void forgetIfSent(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null
                && request.getMethod().equals("POST")
                && session.getAttribute(NAME) instanceof KeptForm kept
                && kept.action.equals(request.getServletPath())) {
            forget(session);
        }
    }
}
