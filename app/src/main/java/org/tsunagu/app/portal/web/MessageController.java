package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.portal.Messages;
import org.tsunagu.app.portal.Messages.About;
import org.tsunagu.app.portal.Scope;

/// Messages to and from the insurer (お知らせ・メッセージ).
@Controller
public class MessageController {

    private static final int LONGEST = 2000;
    private static final MyPages.Wanted WANTED =
            MyPages.Wanted.of("portal/messages", Scope.MESSAGE, "contact", "/my/messages");

    private final MyPages pages;
    private final Messages messages;

    MessageController(MyPages pages, Messages messages) {
        this.pages = pages;
        this.messages = messages;
    }

    /// What the page shows (画面の内容).
    public record Content(
            Viewer me, List<Messages.Message> messages, About about, String words, String formKey, boolean isWrong) {}

    @GetMapping("/my/messages")
    View page(HttpServletRequest request) {
        return pages.show(request, WANTED, me -> {
            var all = messages.of(me.member());
            messages.read(me.member(), true);
            return new Content(me, all, About.GENERAL, "", UUID.randomUUID().toString(), false);
        });
    }

    @PostMapping("/my/messages")
    View write(
            HttpServletRequest request,
            @RequestParam About about,
            @RequestParam String words,
            @RequestParam UUID formKey) {
        var member = pages.member(request, Scope.MESSAGE);
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return pages.refused(
                    request, WANTED, me -> new Content(me, messages.of(member), about, said, formKey.toString(), true));
        }
        messages.ask(member, about, said, formKey);
        var back = about == About.GUIDANCE ? "/my/guidance" : "/my/messages";
        return new RedirectView(back + "?notice=portal.messages.sent");
    }
}
