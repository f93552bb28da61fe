package org.tsunagu.app.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Who may open which address (画面ごとの権限). What is not named here is closed.
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new PatientEncoder(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    /// What no form can contain is refused at the door: the database takes no NUL, and nobody types other
    /// control characters than the ends of lines.
    @Bean
    @ConditionalOnWebApplication
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.chars()
                .noneMatch(one -> Character.isISOControl(one) && one != '\n' && one != '\r' && one != '\t'));
        return firewall;
    }

    /// Commands that open no pages have no doors to guard.
    @Bean
    @ConditionalOnWebApplication
    SecurityFilterChain pages(
            HttpSecurity http,
            LogInFlow flow,
            SingleSignOn single,
            StaffUsers users,
            Sessions sessions,
            @Value("${tsunagu.session.longest:8h}") Duration longest,
            Clock clock) {
        http.authorizeHttpRequests(to -> addresses(to, new PersonGate(clock)))
                .csrf(csrf -> csrf.csrfTokenRepository(flow.tokens()))
                .formLogin(form ->
                        form.loginPage("/login").successHandler(flow.done()).failureHandler(flow::failed))
                .exceptionHandling(failed ->
                        failed.authenticationEntryPoint(new LogInEntry()).accessDeniedHandler(flow.denied()))
                .logout(out -> out.logoutUrl("/logout")
                        .deleteCookies("tsunagu", LastUser.COOKIE)
                        .logoutSuccessUrl("/login?out"))
                .headers(StrictHeaders::set)
                .addFilterBefore(new SessionEnd(longest, clock), SecurityContextHolderFilter.class)
                .addFilterBefore(new UploadsAfterLogIn(), CsrfFilter.class)
                .addFilterBefore(
                        LogInRate.of(Set.of("/login", CodeFilter.PLACE), clock),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(flow.codes(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionRules(users, sessions, clock), AuthorizationFilter.class);
        single.add(http, flow);
        return http.build();
    }

    private static void addresses(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to,
            PersonGate person) {
        to.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/login", "/login/code", "/language", "/assets/**", "/error", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAuthority(Permission.VIEW_METRICS.name())
                .requestMatchers("/", "/insurer", "/help", "/session/**", "/account/**")
                .authenticated()
                .requestMatchers("/members/register/**")
                .hasAuthority(Permission.IMPORT_REGISTER.name())
                .requestMatchers(HttpMethod.GET, "/members/{id:[0-9]+}")
                .access(person)
                .requestMatchers("/emergency/**")
                .hasAuthority(Permission.BREAK_GLASS.name())
                .requestMatchers(
                        "/tasks/export",
                        "/tasks/excel",
                        "/tasks/excel/**",
                        "/letters",
                        "/letters/**",
                        "/checkups/visits/export")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers(HttpMethod.POST, "/checkups/{id:[0-9]+}/origin")
                .hasAuthority(Permission.WORK.name())
                .requestMatchers("/members/**", "/search", "/checkups/**")
                .hasAuthority(Permission.VIEW_PERSONS.name())
                .requestMatchers("/contacts/**")
                .hasAnyAuthority(Permission.WORK.name(), Permission.VIEW_ASSIGNED.name())
                .requestMatchers("/assigned")
                .hasAuthority(Permission.VIEW_ASSIGNED.name())
                .requestMatchers("/assignments/**")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers("/analytics/*/people/export")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers("/analytics/*/people")
                .hasAuthority(Permission.VIEW_PERSONS.name());
        listAddresses(to);
        houseAddresses(to);
    }

    /// Addresses of the lists of people at risk.
    private static void listAddresses(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.requestMatchers("/lists/*/export", "/lists/*/excel", "/extracts", "/extracts/**")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers(HttpMethod.POST, "/lists/*/definition")
                .hasAuthority(Permission.PLAN.name())
                .requestMatchers(HttpMethod.POST, "/lists", "/lists/**")
                .hasAuthority(Permission.WORK.name())
                .requestMatchers("/lists", "/lists/**")
                .hasAuthority(Permission.VIEW_PERSONS.name());
    }

    /// Addresses that are not about one person; after those that are.
    private static void houseAddresses(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.requestMatchers(HttpMethod.GET, "/published/**")
                .permitAll()
                .requestMatchers("/guidance/courses", "/guidance/courses/**")
                .hasAnyAuthority(Permission.WORK.name(), Permission.VIEW_ASSIGNED.name())
                .requestMatchers(HttpMethod.POST, "/guidance/invitations", "/guidance/invitations/**")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers("/guidance/drug-starters")
                .hasAuthority(Permission.PLAN.name())
                .requestMatchers("/guidance", "/guidance/**")
                .hasAuthority(Permission.WORK.name())
                .requestMatchers("/docks", "/docks/**")
                .hasAuthority(Permission.REIMBURSE.name())
                .requestMatchers("/tickets/*/terms/*", "/tickets/*/issue", "/tickets/*/export")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers(HttpMethod.POST, "/tickets/*/reminders/**")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers("/tickets", "/tickets/**")
                .hasAuthority(Permission.WORK.name())
                .requestMatchers("/settlement", "/settlement/**")
                .hasAuthority(Permission.SETTLE.name())
                .requestMatchers("/employer", "/employer/**")
                .hasAuthority(Permission.DELIVER.name())
                .requestMatchers("/requests", "/requests/**", "/handover", "/handover/**")
                .hasAuthority(Permission.EXCHANGE.name());
        figureAddresses(to);
        groundAddresses(to);
        to.requestMatchers(HttpMethod.POST, "/rewards", "/rewards/rules/**")
                .hasAuthority(Permission.PLAN.name())
                .requestMatchers("/portal/letters")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers("/tasks/**", "/consents/**", "/portal", "/portal/**", "/rewards", "/rewards/**")
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

    /// Addresses of the legal grounds, and of what was given on them.
    private static void groundAddresses(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.requestMatchers("/grounds/parameters", "/grounds/disaster/*/end")
                .hasAuthority(Permission.MANAGE_USERS.name())
                .requestMatchers("/grounds/disaster/uses/*")
                .hasAuthority(Permission.READ_AUDIT.name())
                .requestMatchers(HttpMethod.POST, "/grounds/disaster")
                .hasAuthority(Permission.MANAGE_USERS.name())
                .requestMatchers("/grounds/decisions/*")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers("/grounds/disclosures", "/grounds/disaster")
                .hasAnyAuthority(Permission.WORK.name(), Permission.READ_AUDIT.name())
                .requestMatchers("/grounds", "/grounds/*")
                .hasAuthority(Permission.VIEW_COUNTS.name())
                .requestMatchers(HttpMethod.POST, "/retention", "/retention/**")
                .hasAuthority(Permission.MANAGE_USERS.name())
                .requestMatchers("/retention", "/retention/*")
                .hasAnyAuthority(Permission.MANAGE_USERS.name(), Permission.READ_AUDIT.name());
    }

    /// Addresses of what is counted over many people, and of what that is counted from.
    private static void figureAddresses(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.requestMatchers(HttpMethod.POST, "/claims", "/claims/months", "/claims/deliveries/*/restore")
                .hasAuthority(Permission.TAKE_IN.name())
                .requestMatchers("/claims/{id:[0-9]+}", "/claims/unmatched")
                .hasAuthority(Permission.VIEW_PERSONS.name())
                .requestMatchers("/claims", "/claims/**")
                .hasAuthority(Permission.VIEW_COUNTS.name())
                .requestMatchers("/analytics", "/analytics/**")
                .hasAuthority(Permission.VIEW_COUNTS.name())
                .requestMatchers(HttpMethod.GET, "/plan", "/plan/**")
                .hasAuthority(Permission.VIEW_COUNTS.name())
                .requestMatchers(HttpMethod.POST, "/plan/**")
                .hasAuthority(Permission.PLAN.name())
                .requestMatchers("/reports/frozen/**", "/reports/*/freeze", "/reports/*/gaps/export")
                .hasAuthority(Permission.EXPORT.name())
                .requestMatchers("/reports/*/gaps")
                .hasAuthority(Permission.VIEW_PERSONS.name())
                .requestMatchers("/reports", "/reports/**")
                .hasAuthority(Permission.VIEW_COUNTS.name());
    }
}
