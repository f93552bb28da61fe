package org.tsunagu.app.portal;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.tsunagu.app.access.LogInRate;
import org.tsunagu.app.access.StrictHeaders;

/// The door of the pages that members show to a doctor (主治医に見せるページの入口): without a log-in or a session, to read and no
/// more, and so many times a minute, since a link can be guessed as a password can.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ShownSecurity {

    @Bean
    @Order(4)
    SecurityFilterChain shownChain(HttpSecurity http, Clock clock) {
        http.securityMatcher("/shown/**")
                .authorizeHttpRequests(to -> to.requestMatchers(HttpMethod.GET, "/shown/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(StrictHeaders::set)
                .addFilterBefore(new LogInRate(request -> true, clock), AuthorizationFilter.class);
        return http.build();
    }
}
