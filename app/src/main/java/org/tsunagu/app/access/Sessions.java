package org.tsunagu.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Service;

/// Who is in a session (セッションの利用者), when that changes without a new log-in.
@Service
public class Sessions {

    private final StaffUsers users;

    Sessions(StaffUsers users) {
        this.users = users;
    }

    /// Puts a person into the session, for example at another insurer.
    public void become(StaffUser user, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }

    /// Takes in what the person has just changed about the own account: this session goes on, all others end.
    public void renew(StaffUser before, HttpServletRequest request, HttpServletResponse response) {
        var user = users.load(before.id()).orElseThrow();
        var here = before.actor().insurer();
        request.changeSessionId();
        become(user.insurers().contains(here) ? user.at(here) : user, request, response);
    }
}
