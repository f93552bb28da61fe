package org.tsunagu.app.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.MemberUser;

/// Log-in of members by an identity service (外部IDでのログイン): OpenID Connect, off unless the environment names an issuer.
/// Nobody gets an account by it: the member has connected with the code of the insurer before.
@Component
public class MemberSingleSignOn {

    /// Where such a log-in begins.
    public static final String PLACE = "/my/oauth2/authorization/member";

    private static final String LINKING = "member.linking";

    private final String issuer;
    private final String client;
    private final String secret;
    private final MemberIdentities identities;
    private final MemberSessions sessions;
    private final Clock clock;

    MemberSingleSignOn(
            @Value("${tsunagu.portal.oidc.issuer:}") String issuer,
            @Value("${tsunagu.portal.oidc.client:}") String client,
            @Value("${tsunagu.portal.oidc.secret:}") String secret,
            MemberIdentities identities,
            MemberSessions sessions,
            Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.identities = identities;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Whether the environment names a service.
    public boolean isOn() {
        return !issuer.isEmpty();
    }

    private record Linking(MemberUser user, Instant since) {}

    /// Remembers for some minutes that a member who has logged in wants to be known to the service from now on.
    public void link(MemberUser user, HttpServletRequest request) {
        request.getSession().setAttribute(LINKING, new Linking(user, clock.instant()));
    }

    /// Forgets the wish: whoever comes next at this browser may be somebody else.
    public static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(LINKING);
        }
    }

    /// Who wants to be linked, if that was said a short while ago in a session that still goes on.
    Optional<MemberUser> linking(HttpServletRequest request) {
        var kept = request.getSession().getAttribute(LINKING);
        forget(request);
        var since = clock.instant().minus(Duration.ofMinutes(Limit.LINK_MINUTES.on(LocalDate.now(clock))));
        return kept instanceof Linking linking && linking.since().isAfter(since) && sessions.isAlive(linking.user())
                ? Optional.of(linking.user())
                : Optional.empty();
    }

    void add(HttpSecurity http) {
        if (isOn()) {
            http.oauth2Login(log -> log.loginPage("/my/login")
                    .clientRegistrationRepository(new SupplierClientRegistrationRepository(this::registration))
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .authorizationEndpoint(at -> at.baseUri("/my/oauth2/authorization"))
                    .redirectionEndpoint(at -> at.baseUri("/my/oauth2/code/*"))
                    .successHandler(this::done)
                    .failureHandler((request, response, failure) -> {
                        forget(request);
                        response.sendRedirect("/my/login?sso");
                    }));
        }
    }

    private InMemoryClientRegistrationRepository registration() {
        return new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId("member")
                .clientId(client)
                .clientSecret(secret)
                .redirectUri("{baseUrl}/my/oauth2/code/{registrationId}")
                .scope("openid")
                .build());
    }

    private void done(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof OidcUser who)) {
            throw new IllegalStateException("no log-in of OpenID Connect");
        }
        var subject = Digest.subject(issuer, Objects.requireNonNull(who.getSubject(), "no subject"));
        var member = linking(request);
        if (member.isPresent()) {
            Within.set(member.get(), request, response);
            var key = identities.bind(member.get(), subject) ? "portal.devices.linked" : "portal.devices.link.taken";
            response.sendRedirect("/my/devices?notice=" + key);
            return;
        }
        var user = identities.logIn(subject, Device.of(request.getHeader("User-Agent")));
        if (user.isEmpty()) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect("/my/login?unknown");
            return;
        }
        Within.set(user.get(), request, response);
        response.sendRedirect("/my");
    }
}
