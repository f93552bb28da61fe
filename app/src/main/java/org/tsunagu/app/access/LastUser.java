package org.tsunagu.app.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.factor.Seal;

/// Who worked last in a browser (直前の利用者): what was typed in a session that has ended is given back to nobody else. The
/// cookie holds a number and its keyed hash; it opens nothing.
@Component
class LastUser {

    static final String COOKIE = "tsunagu-who";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.([0-9a-f]{64})");

    private final Seal seal;

    LastUser(@Value("${tsunagu.seal}") String secret) {
        this.seal = new Seal(secret);
    }

    /// The number of the account; 0 when nobody is known.
    long of(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return read(cookie);
                }
            }
        }
        return 0;
    }

    private long read(Cookie cookie) {
        var form = FORM.matcher(cookie.getValue());
        if (!form.matches()) {
            return 0;
        }
        var isOurs = MessageDigest.isEqual(
                hash(form.group(1)).getBytes(StandardCharsets.US_ASCII),
                form.group(2).getBytes(StandardCharsets.US_ASCII));
        return isOurs ? Long.parseLong(form.group(1)) : 0;
    }

    private String hash(String id) {
        return seal.hash("last user " + id);
    }

    void remember(long staffId, HttpServletRequest request, HttpServletResponse response) {
        var id = Long.toString(staffId);
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, id + "." + hash(id))
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
