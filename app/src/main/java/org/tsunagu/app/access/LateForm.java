package org.tsunagu.app.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/// Forms that come after their session has ended (時間切れの後の送信). They are not taken, because their token is worth nothing;
/// but what was typed is kept, and after the log-in the person sends it with a token that is.
final class LateForm implements AccessDeniedHandler {

    private final LastUser lastUser;
    private final Clock clock;
    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

    LateForm(LastUser lastUser, Clock clock) {
        this.lastUser = lastUser;
        this.clock = clock;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var place =
                denied instanceof CsrfException && isSentByHand(request) ? place(request) : Optional.<String>empty();
        if (place.isPresent()) {
            response.sendRedirect(place.get());
        } else {
            otherwise.handle(request, response, denied);
        }
    }

    /// A page that the person sees next is wanted, no answer to a script.
    private static boolean isSentByHand(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        var accepts = request.getHeader("Accept");
        return request.getMethod().equals("POST")
                && (mode == null || mode.equals("navigate"))
                && accepts != null
                && accepts.contains("text/html");
    }

    private Optional<String> place(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var user = authentication != null && authentication.getPrincipal() instanceof StaffUser staff ? staff.id() : 0;
        return switch (request.getServletPath()) {
            case "/login", CodeFilter.PLACE -> Optional.of("/login?again");
            case "/logout", "/language", "/insurer" -> user == 0 ? Optional.of("/login?expired") : Optional.empty();
            default -> keep(request, user);
        };
    }

    private Optional<String> keep(HttpServletRequest request, long user) {
        var owner = lastUser.of(request);
        var form = owner != 0 && (user == 0 || user == owner) && isOfOurPage(request)
                ? KeptForm.of(request, owner, clock.instant())
                : Optional.<KeptForm>empty();
        form.ifPresent(kept -> kept.keep(request));
        if (user == 0) {
            return Optional.of(form.isPresent() ? "/login?kept" : "/login?lost");
        }
        return form.map(kept -> "/session/kept");
    }

    /// No other site puts words into somebody's mouth.
    private static boolean isOfOurPage(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if ("same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            return true;
        }
        try {
            var from = origin == null ? null : URI.create(origin).getRawAuthority();
            return from != null && from.equals(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
