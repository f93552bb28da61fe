package org.tsunagu.app.exchange.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.exchange.RequestWordings;
import org.tsunagu.app.exchange.RequestWordings.Kind;
import org.tsunagu.app.exchange.RequestWordings.Wording;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;

/// What requests say (依頼文の編集).
@Controller
public class WordingController {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_BODY = 1500;

    private final RequestWordings wordings;

    WordingController(RequestWordings wordings) {
        this.wordings = wordings;
    }

    /// What the page shows (画面の内容).
    public record Content(List<Wording> wordings, Map<String, String> problems) {}

    @GetMapping("/requests/wordings")
    View wordings() {
        return Page.of("exchange/wordings", new Content(all(), Map.of()));
    }

    private List<Wording> all() {
        return Arrays.stream(Kind.values()).map(wordings::of).toList();
    }

    @PostMapping("/requests/wordings")
    View add(@RequestParam Map<String, String> parameters) {
        var form = Typed.of(List.of("kind", "title", "body"), parameters);
        var kind = form.choice("kind", Kind.values());
        var typed = new Wording(kind, 0, form.of("title"), form.of("body"));
        var title = "title-" + kind;
        var body = "body-" + kind;
        form.require(
                !typed.title().isEmpty() && typed.title().length() <= LONGEST_TITLE,
                title,
                "exchange.problem.wording_title");
        form.require(
                !typed.body().isEmpty() && typed.body().length() <= LONGEST_BODY,
                body,
                "exchange.problem.wording_body");
        form.require(typed.isFilled(), body, "exchange.problem.placeholder");
        if (form.isRefused()) {
            var shown =
                    all().stream().map(one -> one.kind() == kind ? typed : one).toList();
            return Page.refused("exchange/wordings", new Content(shown, form.problems()));
        }
        wordings.add(typed);
        return new RedirectView("/requests/wordings?notice=exchange.wording.saved");
    }
}
