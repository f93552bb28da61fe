package org.tsunagu.app.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.tsunagu.app.access.LogInRate;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.StrictHeaders;

/// The doors of the members' pages (マイページの入口): a chain of its own. Who has logged in to the office has not logged in
/// here, and the other way round, also in the same browser.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class MemberSecurity {

    private static final String LOG_IN = "/my/login";
    private static final String START = "/my/start";

    @Bean
    @Order(3)
    SecurityFilterChain memberChain(
            HttpSecurity http, MemberAccounts accounts, MemberSessions sessions, Proxies proxies, Clock clock) {
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setSessionAttributeName("member.csrf");
        http.securityMatcher("/my", "/my/**")
                .authorizeHttpRequests(to -> to.requestMatchers(LOG_IN, START, START + "/*", "/my/size", "/my/language")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(MemberUser.AUTHORITY))
                .securityContext(context -> context.securityContextRepository(Within.REPOSITORY))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .authenticationManager(asked -> logIn(accounts, asked))
                .formLogin(form -> form.loginPage(LOG_IN)
                        .authenticationDetailsSource(request -> Device.of(request.getHeader("User-Agent")))
                        .successHandler((request, response, who) -> response.sendRedirect("/my"))
                        .failureHandler(MemberSecurity::failed))
                .exceptionHandling(failed -> failed.authenticationEntryPoint(
                                (request, response, failure) -> response.sendRedirect(LOG_IN))
                        .accessDeniedHandler(MemberSecurity::denied))
                .logout(out -> out.logoutUrl("/my/logout")
                        .addLogoutHandler((request, response, who) -> ended(sessions, who))
                        .logoutSuccessUrl("/my/login?out"))
                .headers(StrictHeaders::set)
                .addFilterBefore(
                        new LogInRate(MemberSecurity::isGuessable, clock), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new MemberRules(sessions, proxies), AuthorizationFilter.class);
        return http.build();
    }

    /// A link with a code can be guessed as well as a code in a form, and so can the code of a proxy.
    private static boolean isGuessable(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith(START + "/")
                || request.getMethod().equals("POST")
                        && List.of(LOG_IN, START, "/my/confirm", "/my/proxies/accept")
                                .contains(path);
    }

    private static Authentication logIn(MemberAccounts accounts, Authentication asked) {
        var device = String.valueOf(asked.getDetails());
        var result = accounts.logIn(asked.getName(), String.valueOf(asked.getCredentials()), device);
        return switch (result.verdict()) {
            case WELCOME -> authenticated(result.user().orElseThrow());
            case LOCKED -> throw new LockedException("locked");
            case WRONG, TAKEN -> throw new BadCredentialsException("wrong");
        };
    }

    static Authentication authenticated(MemberUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, List.of(new SimpleGrantedAuthority(MemberUser.AUTHORITY)));
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(LOG_IN + (failure instanceof LockedException ? "?locked" : "?wrong"));
    }

    private static void ended(MemberSessions sessions, @Nullable Authentication who) {
        if (who != null && who.getPrincipal() instanceof MemberUser user) {
            sessions.end(user, user.session());
        }
    }

    private static void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (failure instanceof CsrfException) {
            response.sendRedirect(LOG_IN + "?again");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
