package org.tsunagu.app.guidance.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.guidance.Receptions;
import org.tsunagu.app.guidance.Receptions.Reception;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Page;

/// Received documents about guidance that wait for something or disagree with what is recorded (確認が要る文書).
@Controller
public class ReceivedController {

    private static final int ON_A_PAGE = 50;

    private final Receptions receptions;
    private final Members members;
    private final Audit audit;

    ReceivedController(Receptions receptions, Members members, Audit audit) {
        this.receptions = receptions;
        this.members = members;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param page from 0
    /// @param hasNext whether there are more behind it
    public record Content(List<Reception> lines, Map<MemberId, Member> people, int page, boolean hasNext) {

        /// The name of the person of a document.
        public String name(Reception line) {
            var member = people.get(new MemberId(line.guidance().memberId()));
            return member == null ? "" : member.name();
        }
    }

    @GetMapping("/guidance/received")
    View list(@RequestParam(defaultValue = "0") int page) {
        var shown = Math.clamp(page, 0, Short.MAX_VALUE);
        var found = receptions.open(shown * ON_A_PAGE, ON_A_PAGE + 1);
        var lines = found.stream().limit(ON_A_PAGE).toList();
        audit.note(lines.stream()
                .map(line -> Look.listed(line.guidance().memberId(), "guidance", "/guidance/received"))
                .toList());
        var people = members.find(lines.stream()
                .map(line -> new MemberId(line.guidance().memberId()))
                .distinct()
                .toList());
        return Page.of("guidance/received", new Content(lines, people, shown, found.size() > ON_A_PAGE));
    }
}
