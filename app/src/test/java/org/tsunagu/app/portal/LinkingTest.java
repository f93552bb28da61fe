package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.IdentityService;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.MemberUser;

/// The wish to be known to an identity service counts for a few minutes, once, and for nobody else.
@ExtendWith(Office.Extension.class)
class LinkingTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /// As long as a test wants it to be.
    private static final class Watch extends Clock {

        private Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static HttpServletRequest request(Map<String, Object> kept) {
        var session = Proxy.newProxyInstance(
                LinkingTest.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "setAttribute" -> kept.put((String) arguments[0], arguments[1]);
                    case "removeAttribute" -> kept.remove((String) arguments[0]);
                    default -> kept.get((String) arguments[0]);
                });
        return (HttpServletRequest) Proxy.newProxyInstance(
                LinkingTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> session);
    }

    /// A member who has a session.
    private static MemberUser member(Office office, MemberWorld world, int number) {
        world.at(number);
        var session = office.everything()
                .queryForObject(
                        "select id from portal.session where owner_id = ? and ended_at is null order by began_at desc"
                                + " limit 1",
                        UUID.class,
                        world.id(number));
        return MemberUser.of(world.insurer(), world.id(number), "本人", session);
    }

    private static MemberSingleSignOn signOn(Office office, Clock clock) {
        return new MemberSingleSignOn(
                "", "", "", office.bean(MemberIdentities.class), office.bean(MemberSessions.class), clock);
    }

    @Test
    void the_wish_is_over_after_its_minutes(Office office) {
        var world = MemberWorld.of(office);
        var user = member(office, world, 5);
        var watch = new Watch();
        var signOn = signOn(office, watch);
        var minutes = Duration.ofMinutes(Limit.LINK_MINUTES.on(LocalDate.now(ZONE)));
        var request = request(new HashMap<>());

        signOn.link(user, request);
        watch.now = watch.now.plus(minutes).minusSeconds(1);
        assertThat(signOn.linking(request)).contains(user);

        signOn.link(user, request);
        watch.now = watch.now.plus(minutes);
        assertThat(signOn.linking(request)).isEmpty();
    }

    @Test
    void the_wish_counts_once(Office office) {
        var world = MemberWorld.of(office);
        var user = member(office, world, 5);
        var signOn = signOn(office, new Watch());
        var request = request(new HashMap<>());

        signOn.link(user, request);
        assertThat(signOn.linking(request)).contains(user);
        assertThat(signOn.linking(request)).isEmpty();
    }

    /// Somebody has seen the address to which the service sent a member back.
    @Test
    void the_way_back_from_the_service_leads_in_once(Office office) {
        var world = MemberWorld.of(office);
        office.identity().next(new IdentityService.Person("member-replay", "replay@example.jp", true));
        var visitor = world.confirmed(5);
        visitor.get("/my/devices");
        assertThat(visitor.post("/my/link", "link", "true").body()).contains("外部IDと連携しました。");
        var back = office.identity().back().replaceFirst("^https?://[^/]+", "");

        assertThat(visitor.get(back).path()).isEqualTo("/my/login?sso");
        assertThat(new Visitor(office).get(back).path()).isEqualTo("/my/login?sso");
    }
}
