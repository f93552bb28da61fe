package org.tsunagu.app.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.MemberUser;

/// What a browser's session knows about a member (マイページのセッション): kept under names of its own, so that a user of the
/// office in the same browser is somebody else.
@Service
public class Within {

    static final HttpSessionSecurityContextRepository REPOSITORY = repository();

    private static final String CONFIRMED = "member.confirmed";

    private static HttpSessionSecurityContextRepository repository() {
        var repository = new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("member.context");
        return repository;
    }

    /// Puts a member into the session, for example at the data of somebody else.
    public void become(MemberUser user, HttpServletRequest request, HttpServletResponse response) {
        set(user, request, response);
    }

    static void set(MemberUser user, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(MemberSecurity.authenticated(user));
        SecurityContextHolder.setContext(context);
        REPOSITORY.saveContext(context, request, response);
    }

    /// Remembers that the password was asked for once more.
    public void confirm(HttpServletRequest request, Instant now) {
        request.changeSessionId();
        request.getSession().setAttribute(CONFIRMED, now);
    }

    /// Whether the password was asked for since a moment.
    public boolean isConfirmed(HttpServletRequest request, Instant since) {
        return request.getSession().getAttribute(CONFIRMED) instanceof Instant at && at.isAfter(since);
    }
}
