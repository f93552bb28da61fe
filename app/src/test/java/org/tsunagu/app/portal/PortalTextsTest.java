package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.checkups.Results;
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.rules.rewards.PointEntry;
import org.tsunagu.rules.rewards.Reward;

/// Whatever the pages of members put together to a key has a sentence in both languages.
class PortalTextsTest {

    private static Stream<String> keys() {
        var keys = new ArrayList<String>();
        add(keys, "portal.scope.", Scope.values());
        add(keys, "portal.trend.", Trend.values());
        add(keys, "portal.relation.", Proxies.Relation.values());
        add(keys, "portal.about.", Messages.About.values());
        add(keys, "portal.desk.way.", MemberInvitations.Way.values());
        add(keys, "portal.origin.", Origin.values());
        add(keys, "portal.who.role.", Role.values());
        add(keys, "portal.consents.why.", Consent.About.values());
        add(keys, "rewards.kind.", PointEntry.Kind.values());
        add(keys, "rewards.reward.", Reward.values());
        for (var about : Consent.About.values()) {
            add(keys, "portal.consents.state.%s.".formatted(about), Consent.Decision.values());
            keys.add("portal.consents.state.%s.none".formatted(about));
        }
        for (var side : Results.Side.values()) {
            for (var band = 0; band <= 2; band++) {
                keys.add("portal.band.%s.%d".formatted(side, band));
            }
        }
        for (var agent : List.of("iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux", "a toaster")) {
            keys.add("portal.device." + Device.of(agent));
        }
        for (var action : Important.ACTIONS) {
            keys.addAll(List.of(
                    "portal.point." + action, "portal.point.%s.go".formatted(action), "portal.action." + action));
        }
        return keys.stream();
    }

    private static void add(List<String> keys, String start, Enum<?>[] constants) {
        for (var constant : constants) {
            keys.add(start + constant.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_constant_that_is_shown_has_a_sentence(Language language) {
        assertThat(keys().filter(key -> !Texts.in(language).has(key))).isEmpty();
    }

    @Test
    void a_sentence_for_members_is_short() {
        var texts = Texts.in(Language.JAPANESE);

        assertThat(keys().map(texts::text)
                        .flatMap(text -> Stream.of(text.split("。")))
                        .filter(sentence -> sentence.length() > 60))
                .isEmpty();
    }
}
