package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However busy a session is, it ends.
class SessionEndTest {

    private static final Instant BEGUN = Instant.parse("2026-11-02T00:00:00Z");

    /// Something that gives fixed answers and writes down what it was asked.
    private static <T> T fixed(Class<T> type, Map<String, Object> answers, List<String> asked) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return answers.get(method.getName());
                }));
    }

    @ParameterizedTest
    @CsvSource({"PT7H59M, false", "PT8H1S, true"})
    void after_eight_hours_it_is_over(Duration later, boolean isOver) throws Exception {
        var asked = new ArrayList<String>();
        var session = fixed(HttpSession.class, Map.of("getCreationTime", BEGUN.toEpochMilli()), asked);
        var request = fixed(HttpServletRequest.class, Map.of("getSession", session), asked);
        var response = fixed(HttpServletResponse.class, Map.of(), asked);
        var end = new SessionEnd(Duration.ofHours(8), Clock.fixed(BEGUN.plus(later), ZoneOffset.UTC));

        end.doFilterInternal(request, response, (passed, on) -> asked.add("chain"));

        assertThat(asked.contains("invalidate")).isEqualTo(isOver);
        assertThat(asked).endsWith("chain");
    }
}
