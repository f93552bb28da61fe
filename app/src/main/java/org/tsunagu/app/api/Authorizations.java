package org.tsunagu.app.api;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// How a token looks and where it is kept (トークンの発行), as the token endpoint of Spring Security asks for it.
@Component
class Authorizations implements OAuth2AuthorizationService, OAuth2TokenGenerator<OAuth2AccessToken> {

    private static final int RANDOM_BYTES = 32;

    private final Base64StringKeyGenerator random =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), RANDOM_BYTES);
    private final Clients clients;
    private final Tokens tokens;
    private final Audit audit;
    private final Clock clock;

    Authorizations(Clients clients, Tokens tokens, Audit audit, Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public OAuth2AccessToken generate(OAuth2TokenContext context) {
        var insurer =
                clients.insurer(context.getRegisteredClient().getClientId()).orElseThrow();
        var now = clock.instant();
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                Tokens.word(insurer.id(), random.generateKey()),
                now,
                now.plus(Registrations.LIFE),
                context.getAuthorizedScopes());
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        var client = clients.find(authorization.getRegisteredClientId()).orElseThrow();
        tokens.keep(
                client,
                Objects.requireNonNull(authorization.getAccessToken())
                        .getToken()
                        .getTokenValue(),
                authorization.getAuthorizedScopes(),
                OffsetDateTime.now(clock).plus(Registrations.LIFE));
        audit.noteAsSystem(client.insurer().id(), logIn(client.client().clientId(), "WELCOME"));
    }

    static Look logIn(String clientId, String verdict) {
        return new Look(
                Look.Kind.LOGIN, "client", 0, "login", "HOUSE-RULES", "/oauth2/token", clientId + " " + verdict);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        throw new UnsupportedOperationException("of endpoints that are switched off");
    }

    @Override
    public OAuth2Authorization findById(String id) {
        throw new UnsupportedOperationException("of endpoints that are switched off");
    }

    /// Of codes of other grants, which are never given out.
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return null;
    }
}
