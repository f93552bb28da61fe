package org.tsunagu.app.ui;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Changes the language (表示言語の切り替え).
@Controller
class LanguageController {

    private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

    @PostMapping({"/language", "/my/language"})
    String change(@RequestParam String language, @RequestParam String back, HttpServletResponse response) {
        var cookie = ResponseCookie.from(Language.COOKIE, language.equals("en") ? "en" : "ja")
                .path("/")
                .maxAge(YEAR_SECONDS)
                .sameSite("Lax")
                .httpOnly(true)
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
        return "redirect:" + Addresses.local(back);
    }
}
