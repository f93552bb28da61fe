package org.tsunagu.app.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.StaffUser;

/// The log-in page, and which insurer is worked for (ログインと保険者の切り替え).
@Controller
public class LogInController {

    /// What the page shows (画面の内容).
    ///
    /// @param problem key of the sentence: `wrong`, `locked`, `out`; empty for none
    public record Content(String problem) {}

    @GetMapping("/login")
    View page(HttpServletRequest request) {
        for (var problem : new String[] {"wrong", "locked", "out", "expired"}) {
            if (request.getParameter(problem) != null) {
                return Page.of("ui/login", new Content(problem));
            }
        }
        return Page.of("ui/login", new Content(""));
    }

    @PostMapping("/insurer")
    String change(
            @AuthenticationPrincipal StaffUser user,
            @RequestParam String number,
            HttpServletRequest request,
            HttpServletResponse response) {
        var insurer = user.insurers().stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
        var moved = user.at(insurer);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(moved, null, moved.getAuthorities()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return "redirect:/";
    }
}
