package org.tsunagu.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;

/// Which token opens which operation (操作ごとの権限). There is no session, no cookie and no form here.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiSecurity {

    private static final String METRICS = "/actuator/prometheus";

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            Tokens tokens,
            IdempotencyKeys keys,
            Problems problems,
            Clock clock,
            @Value("${tsunagu.api.requests-a-minute:1200}") int most,
            @Value("${tsunagu.upload-bytes:8589934592}") long mostOfFile) {
        http.securityMatcher(request -> Problems.concerns(request) || isScraper(request))
                .authorizeHttpRequests(ApiSecurity::operations)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> manager(tokens))
                        .authenticationEntryPoint((request, response, failure) -> unknown(problems, request, response))
                        .accessDeniedHandler((request, response, failure) -> denied(problems, request, response)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, failure) -> unknown(problems, request, response))
                        .accessDeniedHandler((request, response, failure) -> denied(problems, request, response)))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new Rate(most, ApiSecurity::sender, problems, clock), AuthorizationFilter.class)
                .addFilterAfter(new BodyLimit(mostOfFile, problems), Rate.class)
                .addFilterAfter(new Idempotency(keys, problems), BodyLimit.class);
        return http.build();
    }

    private static void operations(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.requestMatchers("/api/v1/openapi.json", "/api/problems/*", "/fhir/metadata")
                .permitAll()
                .requestMatchers("/api/v1/members/**", "/api/v1/checkups/**", "/api/v1/judgements/**")
                .hasAuthority(Permission.VIEW_PERSONS.name())
                .requestMatchers("/api/v1/tasks/**", "/api/v1/staff/**")
                .hasAuthority(Permission.WORK.name())
                .requestMatchers("/api/v1/deliveries/**")
                .hasAuthority(Permission.TAKE_IN.name())
                .requestMatchers("/api/v1/disclosures/**")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers("/api/v1/counts/**")
                .hasAuthority(Permission.VIEW_COUNTS.name())
                .requestMatchers(METRICS)
                .hasAuthority(Permission.VIEW_METRICS.name())
                .requestMatchers("/fhir/Bundle", "/fhir/Bundle/**")
                .hasAuthority(Scope.FHIR_BUNDLE.authority())
                .requestMatchers("/fhir/Patient", "/fhir/Patient/**")
                .hasAuthority(Scope.FHIR_PATIENT.authority())
                .requestMatchers("/fhir/Observation", "/fhir/Observation/**")
                .hasAuthority(Scope.FHIR_OBSERVATION.authority())
                .anyRequest()
                .authenticated();
    }

    /// Who comes with a token is no person with a session.
    private static boolean isScraper(HttpServletRequest request) {
        var given = request.getHeader("Authorization");
        return request.getRequestURI().equals(METRICS) && given != null && given.startsWith("Bearer ");
    }

    private static AuthenticationManager manager(Tokens tokens) {
        return asked -> {
            var token = ((BearerTokenAuthenticationToken) asked).getToken();
            var bearer = tokens.bearer(token).orElseThrow(() -> new InvalidBearerTokenException("no token in force"));
            var authorities = Stream.concat(
                            bearer.actor().permissions().stream().map(Permission::name),
                            bearer.scopes().stream().map(Scope::authority))
                    .map(SimpleGrantedAuthority::new)
                    .toList();
            return UsernamePasswordAuthenticationToken.authenticated(bearer.actor(), null, authorities);
        };
    }

    /// Documents that are open to all count by address, everything else by program.
    private static String sender(HttpServletRequest request) {
        return request.getUserPrincipal() == null
                ? request.getRemoteAddr()
                : Long.toString(Actors.current().id());
    }

    private static void unknown(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var isGiven = request.getHeader("Authorization") != null;
        response.setHeader(
                "WWW-Authenticate", "Bearer realm=\"tsunagu\"" + (isGiven ? ", error=\"invalid_token\"" : ""));
        problems.write(request, response, Refused.of(Problem.UNAUTHENTICATED));
    }

    private static void denied(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"tsunagu\", error=\"insufficient_scope\"");
        problems.write(request, response, Refused.of(Problem.FORBIDDEN));
    }
}
