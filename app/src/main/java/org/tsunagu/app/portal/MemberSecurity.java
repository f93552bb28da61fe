package org.tsunagu.app.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
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
    private static final Set<String> GUESSABLE = Set.of(LOG_IN, START, "/my/confirm", "/my/proxies/accept");

    @Bean
    @Order(3)
    SecurityFilterChain memberChain(
            HttpSecurity http,
            MemberAccounts accounts,
            MemberSessions sessions,
            MemberSingleSignOn single,
            Proxies proxies,
            Clock clock) {
        // Else the office would be asked about everybody whom these pages do not know.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(asked -> {
            throw new BadCredentialsException("nobody else is asked");
        });
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setSessionAttributeName("member.csrf");
        http.securityMatcher("/my", "/my/**")
                .authorizeHttpRequests(to -> to.requestMatchers(
                                LOG_IN, START, START + "/*", "/my/size", "/my/language", "/my/oauth2/**")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(MemberUser.AUTHORITY))
                .securityContext(context -> context.securityContextRepository(Within.REPOSITORY))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .authenticationProvider(new MemberLogIn(accounts))
                .formLogin(form -> form.loginPage(LOG_IN)
                        .authenticationDetailsSource(request -> Device.of(request.getHeader("User-Agent")))
                        .successHandler((request, response, who) -> {
                            MemberSingleSignOn.forget(request);
                            response.sendRedirect("/my");
                        })
                        // One answer for all, so that nobody learns which names there are.
                        .failureUrl(LOG_IN + "?wrong"))
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
        single.add(http);
        return http.build();
    }

    /// A link with a code can be guessed as well as a code in a form, and so can the code of a proxy.
    private static boolean isGuessable(HttpServletRequest request) {
        var path = request.getServletPath();
        var isForm = request.getMethod().equals("POST");
        return path.startsWith(START + "/") || (isForm && GUESSABLE.contains(path));
    }

    static Authentication authenticated(MemberUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, List.of(new SimpleGrantedAuthority(MemberUser.AUTHORITY)));
    }

    private static void ended(MemberSessions sessions, @Nullable Authentication who) {
        if (who != null && who.getPrincipal() instanceof MemberUser user) {
            sessions.end(user, user.session());
        }
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (failure instanceof CsrfException) {
            response.sendRedirect(LOG_IN + "?again");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
