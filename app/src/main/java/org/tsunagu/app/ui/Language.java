package org.tsunagu.app.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/// The language of the pages (表示言語): Japanese unless somebody has chosen English.
public enum Language {
    JAPANESE(Locale.JAPANESE),
    ENGLISH(Locale.ENGLISH);

    /// The cookie that keeps the choice; it holds nothing else.
    static final String COOKIE = "language";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// The locale, for texts of the libraries.
    public Locale locale() {
        return locale;
    }

    /// The choice of whoever asks.
    public static Language of(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().equals("en")) {
                    return ENGLISH;
                }
            }
        }
        return JAPANESE;
    }
}
