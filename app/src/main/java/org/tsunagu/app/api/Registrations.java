package org.tsunagu.app.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/// The programs as the token endpoint of Spring Security wants to see them (連携プログラムの登録内容).
@Component
class Registrations implements RegisteredClientRepository {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final Clients clients;

    Registrations(Clients clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId).map(Registrations::registered).orElse(null);
    }

    private static RegisteredClient registered(Clients.Known known) {
        return RegisteredClient.withId(known.client().clientId())
                .clientId(known.client().clientId())
                .clientSecret(known.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes ->
                        scopes.addAll(List.of(Clients.words(known.client().scopes()))))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .accessTokenTimeToLive(LIFE)
                        .build())
                .build();
    }

    @Override
    public RegisteredClient findById(String id) {
        throw new UnsupportedOperationException("of grants that are switched off");
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("programs are changed on their page");
    }
}
