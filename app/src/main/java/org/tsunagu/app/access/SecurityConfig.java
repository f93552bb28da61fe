package org.tsunagu.app.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who may open which address (画面ごとの権限). What is not named here is closed.
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self'; script-src 'self';"
            + " img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
            + " frame-ancestors 'none'";

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http, LogInProvider provider, Clock clock) {
        http.authenticationProvider(provider)
                .authorizeHttpRequests(SecurityConfig::addresses)
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/", false)
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof LockedException ? "/login?locked" : "/login?wrong")))
                .logout(out -> out.logoutUrl("/logout").logoutSuccessUrl("/login?out"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new LogInRate(clock), UsernamePasswordAuthenticationFilter.class);
        return http.build();
    }

    private static void addresses(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/login", "/language", "/assets/**", "/error", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAuthority(Permission.MANAGE_USERS.name())
                .requestMatchers("/", "/insurer", "/help", "/session")
                .authenticated()
                .requestMatchers("/members/register/**")
                .hasAuthority(Permission.IMPORT_REGISTER.name())
                .requestMatchers("/members/**", "/search", "/checkups/**")
                .hasAuthority(Permission.VIEW_PERSONS.name())
                .requestMatchers("/tasks/export")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers("/tasks/**", "/contacts/**")
                .hasAuthority(Permission.WORK.name())
                .requestMatchers("/intake/matches/**")
                .hasAuthority(Permission.DECIDE_MATCHES.name())
                .requestMatchers("/intake/**")
                .hasAuthority(Permission.TAKE_IN.name())
                .requestMatchers("/audit/**")
                .hasAuthority(Permission.READ_AUDIT.name())
                .requestMatchers("/users/**", "/clients/**", "/api")
                .hasAuthority(Permission.MANAGE_USERS.name())
                .anyRequest()
                .denyAll();
    }
}
