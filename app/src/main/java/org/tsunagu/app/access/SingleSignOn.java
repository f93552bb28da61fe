package org.tsunagu.app.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Log-in by the organisation's identity service (シングルサインオン): OpenID Connect, off unless the environment names an
/// issuer. Nobody gets an account by it: an administrator has added the person before.
@Component
public class SingleSignOn {

    /// Where such a log-in begins.
    public static final String PLACE = "/oauth2/authorization/office";

    private final String issuer;
    private final String client;
    private final String secret;
    private final Identities identities;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    SingleSignOn(
            @Value("${tsunagu.oidc.issuer}") String issuer,
            @Value("${tsunagu.oidc.client}") String client,
            @Value("${tsunagu.oidc.secret}") String secret,
            Identities identities,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.identities = identities;
        this.sessions = sessions;
        this.events = events;
    }

    /// Whether the environment names a service.
    public boolean isOn() {
        return !issuer.isEmpty();
    }

    void add(HttpSecurity http, LogInFlow flow) {
        if (isOn()) {
            // The service is asked for its addresses at the first log-in: it may be away when the server starts.
            http.oauth2Login(log -> log.loginPage("/login")
                    .clientRegistrationRepository(new SupplierClientRegistrationRepository(this::registration))
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .successHandler((request, response, who) -> done(request, response, who, flow))
                    .failureHandler((request, response, failure) -> response.sendRedirect("/login?sso")));
        }
    }

    private InMemoryClientRegistrationRepository registration() {
        return new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId("office")
                .clientId(client)
                .clientSecret(secret)
                .scope("openid", "email")
                .build());
    }

    private void done(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication, LogInFlow flow)
            throws IOException, ServletException {
        if (!(authentication.getPrincipal() instanceof OidcUser who)) {
            throw new IllegalStateException("no log-in of OpenID Connect");
        }
        var email = Boolean.TRUE.equals(who.getEmailVerified())
                ? Optional.ofNullable(who.getEmail())
                : Optional.<String>empty();
        var result = identities.logIn(issuer + " " + who.getSubject(), email);
        events.publishEvent(new LoggedIn(result.staffId(), result.verdict()));
        if (result.user().isEmpty()) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect("/login?unknown");
            return;
        }
        sessions.become(result.user().get(), request, response);
        var now = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        flow.done().onAuthenticationSuccess(request, response, now);
    }
}
