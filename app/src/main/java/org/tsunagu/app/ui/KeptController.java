package org.tsunagu.app.ui;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.KeptForm;
import org.tsunagu.app.access.StaffUser;

/// What was typed when the session had ended (送れなかった入力): the person looks at it, mends it and sends it, or throws it
/// away.
@Controller
public class KeptController {

    private static final int LONG = 60;
    private static final Map<String, String> MODULES = Map.of(
            "tasks", "worklists",
            "members", "membership",
            "users", "access",
            "requests", "exchange",
            "employer", "exchange",
            "handover", "exchange",
            "consents", "consent",
            "search", "desk");

    private final Clock clock;

    KeptController(Clock clock) {
        this.clock = clock;
    }

    /// A field as it was sent.
    ///
    /// @param module whose texts name it
    public record Field(String module, String name, String value) {

        /// The key of what the page calls it; empty for what only the program reads and for what was left empty.
        public Optional<String> label(Frame frame) {
            if (value.isBlank()) {
                return Optional.empty();
            }
            return Stream.of(module + "." + name, module + ".field." + name, "ui.kept.field." + name)
                    .filter(frame::has)
                    .findFirst()
                    .or(() -> isWords() ? Optional.of("ui.kept.field.other") : Optional.empty());
        }

        private boolean isWords() {
            return value.chars().anyMatch(letter -> letter > Byte.MAX_VALUE || letter == ' ');
        }

        /// The key of a choice among several, or of the button that was pressed; empty for typed text.
        public Optional<String> choice(Frame frame) {
            var key = name.equals("action") ? module + "." + value : "%s.%s.%s".formatted(module, name, value);
            return Optional.of(key).filter(frame::has);
        }

        /// Whether it needs several lines.
        public boolean isLong() {
            return value.length() > LONG || value.contains("\n");
        }
    }

    /// What the page shows (画面の内容).
    public record Content(String action, String back, List<Field> fields) {}

    @GetMapping("/session/kept")
    View page(@AuthenticationPrincipal StaffUser user, HttpSession session) {
        return KeptForm.in(session, user.id(), clock.instant())
                .<View>map(kept -> Page.of("ui/kept", content(kept)))
                .orElseGet(() -> new RedirectView("/"));
    }

    private static Content content(KeptForm kept) {
        var start = kept.action().split("/", 3)[1];
        var module = MODULES.getOrDefault(start, start);
        var fields = kept.fields().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Field(module, field.getKey(), value)))
                .toList();
        return new Content(kept.action(), Addresses.local(kept.back()), fields);
    }

    @PostMapping("/session/kept/discard")
    View discard(HttpSession session) {
        KeptForm.forget(session);
        return new RedirectView("/?notice=ui.kept.discarded");
    }
}
