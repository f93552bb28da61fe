package org.tsunagu.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/// Where programs get their tokens (トークンの窓口): of everything an authorization server can do, the client credentials
/// grant alone. Every other endpoint lies outside of this chain and is closed with the rest.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class TokenEndpoint {

    private static final String ADDRESS = "/oauth2/token";

    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            Registrations registrations,
            Authorizations authorizations,
            WrongSecrets wrongSecrets,
            Problems problems,
            Clock clock,
            @Value("${tsunagu.api.tokens-a-minute:60}") int most) {
        http.securityMatcher(ADDRESS)
                .oauth2AuthorizationServer(server -> server.registeredClientRepository(registrations)
                        .authorizationService(authorizations)
                        .tokenGenerator(authorizations)
                        .authorizationServerSettings(
                                AuthorizationServerSettings.builder().build())
                        .clientAuthentication(client -> client.errorResponseHandler(wrongSecrets))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(grants -> {
                            grants.clear();
                            grants.add(new AllScopesUnlessAsked());
                        })))
                .authorizeHttpRequests(to -> to.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new Rate(most, HttpServletRequest::getRemoteAddr, problems, clock),
                        SecurityContextHolderFilter.class);
        return http.build();
    }

    /// A program that names no scope gets all it has.
    private static final class AllScopesUnlessAsked implements AuthenticationConverter {

        private final OAuth2ClientCredentialsAuthenticationConverter standard =
                new OAuth2ClientCredentialsAuthenticationConverter();

        @Override
        public @Nullable Authentication convert(HttpServletRequest request) {
            if (standard.convert(request) instanceof OAuth2ClientCredentialsAuthenticationToken asked) {
                return asked.getScopes().isEmpty()
                                && asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                                && client.getRegisteredClient() != null
                        ? new OAuth2ClientCredentialsAuthenticationToken(
                                client, client.getRegisteredClient().getScopes(), asked.getAdditionalParameters())
                        : asked;
            }
            return null;
        }
    }
}
