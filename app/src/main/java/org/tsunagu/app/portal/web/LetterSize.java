package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseCookie;

/// Size of the letters (文字の大きさ) in three steps, kept in a cookie that holds nothing else.
final class LetterSize {

    private static final String COOKIE = "size";
    private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

    private LetterSize() {}

    static int of(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[123]")) {
                    return Integer.parseInt(cookie.getValue());
                }
            }
        }
        return 1;
    }

    static String cookie(String size) {
        return ResponseCookie.from(COOKIE, size.matches("[123]") ? size : "1")
                .path("/my")
                .maxAge(YEAR_SECONDS)
                .sameSite("Lax")
                .httpOnly(true)
                .build()
                .toString();
    }
}
