package org.tsunagu.app.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.StaffUser;

/// A page to be shown (画面): a template and the one record it shows.
///
/// @param template below `src/main/jte`, without its ending
public record Page(String template, Object content, HttpStatus status) implements View {

    private static final TemplateEngine ENGINE = engine();

    private static TemplateEngine engine() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }

    /// An ordinary page.
    public static Page of(String template, Object content) {
        return new Page(template, content, HttpStatus.OK);
    }

    /// A form that was not taken, shown again with what was typed.
    public static Page refused(String template, Object content) {
        return new Page(template, content, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var output = new Utf8ByteOutput();
        ENGINE.render(template + ".jte", Map.of("frame", frame(request), "page", content), output);
        response.setStatus(status.value());
        response.setContentType(getContentType());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(output.getContentLength());
        try (var out = response.getOutputStream()) {
            output.writeTo(out::write);
        }
    }

    private static Frame frame(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var user = authentication != null && authentication.getPrincipal() instanceof StaffUser staff
                ? Optional.of(staff)
                : Optional.<StaffUser>empty();
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        // The fields of a request that failed may be what failed: an upload that was too large.
        var notice = request.getDispatcherType() == DispatcherType.ERROR ? null : request.getParameter("notice");
        var language = Language.of(request);
        return new Frame(
                language,
                user.map(StaffUser::actor),
                user.map(StaffUser::insurers).orElse(List.of()),
                request.getRequestURI(),
                token == null ? "" : token.getToken(),
                Assets.version(),
                notice != null && Texts.in(language).has(notice) ? notice : "",
                user.flatMap(StaffUser::emergency),
                home(request));
    }

    /// Where whoever asked begins: also on the page that says that something went wrong.
    private static String home(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = asked == null ? request.getRequestURI() : asked.toString();
        return path.equals("/my") || path.startsWith("/my/") ? "/my" : "/";
    }
}
