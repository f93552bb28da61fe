package org.tsunagu.app.desk.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Assignments;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Page;

/// The members of an outside provider (担当する方): whom to call, and nothing about their health.
@Controller
public class AssignedController {

    private final Assignments assignments;
    private final Members members;
    private final Audit audit;

    AssignedController(Assignments assignments, Members members, Audit audit) {
        this.assignments = assignments;
        this.members = members;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    public record Content(List<Member> members) {}

    @GetMapping("/assigned")
    View list() {
        var mine = members.find(assignments.mine().stream().map(MemberId::new).toList()).values().stream()
                .sorted(Comparator.comparing(Member::kana))
                .toList();
        audit.note(mine.stream()
                .map(member -> Look.listed(member.id().value(), "register", "/assigned"))
                .toList());
        return Page.of("desk/assigned", new Content(mine));
    }
}
