package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.portal.MemberAccounts;
import org.tsunagu.app.portal.MemberInvitations;
import org.tsunagu.app.portal.MemberSingleSignOn;
import org.tsunagu.app.ui.Addresses;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;

/// How members come in (利用登録とログイン): the first time with the code of a letter, then with name and password.
@Controller
public class StartController {

    private static final List<String> FIELDS = List.of("code", "birth", "login");
    private static final List<String> SAID = List.of("wrong", "out", "ended", "again", "connected", "unknown", "sso");

    private final MemberInvitations invitations;
    private final MemberAccounts accounts;
    private final MemberSingleSignOn single;

    StartController(MemberInvitations invitations, MemberAccounts accounts, MemberSingleSignOn single) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.single = single;
    }

    /// What the log-in page shows (画面の内容).
    ///
    /// @param said key of what is to be said; empty for nothing
    /// @param single whether an identity service can be used
    public record LogIn(int size, String said, boolean single) {

        /// Whether it is news and no mistake of the person.
        public boolean isNotice() {
            return !List.of("wrong", "unknown", "sso").contains(said);
        }
    }

    /// What the form of the first connection shows (画面の内容).
    public record Start(int size, Typed form) {}

    @GetMapping("/my/login")
    View logIn(HttpServletRequest request) {
        MemberSingleSignOn.forget(request);
        var said = SAID.stream()
                .filter(one -> request.getParameter(one) != null)
                .findFirst()
                .orElse("");
        return Page.of("portal/login", new LogIn(LetterSize.of(request), said, single.isOn()));
    }

    @GetMapping("/my/start")
    View start(HttpServletRequest request) {
        return Page.of("portal/start", new Start(LetterSize.of(request), Typed.fresh(Map.of())));
    }

    /// The link on a letter. One that leads nowhere, or not any more, is like any page that does not exist.
    @GetMapping("/my/start/{code}")
    View start(HttpServletRequest request, @PathVariable String code) {
        if (!invitations.isOpen(code)) {
            throw new NotFound();
        }
        return Page.of("portal/start", new Start(LetterSize.of(request), Typed.fresh(Map.of("code", code))));
    }

    @PostMapping("/my/start")
    View connect(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var password = parameters.getOrDefault("password", "");
        var birth = form.dayNeeded("birth");
        form.require(!form.of("code").isEmpty(), "code", "portal.start.problem.code");
        form.require(MemberAccounts.isName(form.of("login")), "login", "portal.start.problem.login");
        form.require(MemberAccounts.isPassword(password), "password", "portal.start.problem.password");
        form.require(password.equals(parameters.getOrDefault("again", "")), "again", "portal.start.problem.again");
        if (!form.isRefused()) {
            var connecting =
                    new MemberAccounts.Connecting(form.of("code"), birth.orElseThrow(), form.of("login"), password);
            switch (accounts.connect(connecting)) {
                case WELCOME -> {
                    return new RedirectView("/my/login?connected");
                }
                case TAKEN -> form.require(false, "login", "portal.start.problem.taken");
                case WRONG, LOCKED -> form.require(false, "code", "portal.start.problem.wrong");
            }
        }
        return Page.refused("portal/start", new Start(LetterSize.of(request), form));
    }

    @PostMapping("/my/size")
    View size(@RequestParam String size, @RequestParam String back, HttpServletResponse response) {
        response.addHeader("Set-Cookie", LetterSize.cookie(size));
        return new RedirectView(Addresses.local(back));
    }
}
