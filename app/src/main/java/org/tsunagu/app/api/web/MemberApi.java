package org.tsunagu.app.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tsunagu.app.api.Refused;
import org.tsunagu.app.api.web.Answers.CoverageAnswer;
import org.tsunagu.app.api.web.Answers.MemberAnswer;
import org.tsunagu.app.api.web.Answers.PersonAnswer;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.MemberPages;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;

/// Members (加入者).
@RestController
class MemberApi {

    private static final int MOST_FOUND = 500;

    private final Members members;
    private final MemberPages pages;
    private final Looks looks;

    MemberApi(Members members, MemberPages pages, Looks looks) {
        this.members = members;
        this.pages = pages;
        this.looks = looks;
    }

    @GetMapping("/api/v1/members")
    Slice<MemberAnswer> list(
            @RequestParam(defaultValue = Slice.USUAL) int limit,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var most = Slice.limit(limit);
        var after = Slice.read(cursor, 0L, parts -> Long.parseLong(parts[0]));
        var slice = Slice.of(
                request,
                pages.after(after, most + 1),
                most,
                member -> Slice.key(member.id().value()),
                MemberAnswer::of);
        looks.listed("register", slice.data(), MemberAnswer::id);
        return slice;
    }

    /// What stands on a card.
    ///
    /// @param branch absent for everybody in the household
    record Card(
            @Nullable String symbol,
            @Nullable String number,
            @Nullable String branch) {}

    @PostMapping(path = "/api/v1/members/search", consumes = "application/json")
    Slice<MemberAnswer> search(@RequestBody Card card) {
        if (card.number() == null || card.number().isBlank()) {
            throw Refused.field("number");
        }
        var symbol = card.symbol() == null ? "" : card.symbol();
        var found = pages.byNumber(symbol, card.number(), Optional.ofNullable(card.branch()), MOST_FOUND);
        var data = found.stream().map(MemberAnswer::of).toList();
        looks.listed("register", data, MemberAnswer::id);
        return new Slice<>(data, null);
    }

    @GetMapping("/api/v1/members/{id:[0-9]{1,18}}")
    PersonAnswer one(@PathVariable long id) {
        var member = members.find(new MemberId(id)).orElseThrow(NotFound::new);
        looks.at(Look.Kind.VIEW, id, "register", "");
        return new PersonAnswer(MemberAnswer.of(member), coverage(member));
    }

    private List<CoverageAnswer> coverage(Member member) {
        return members.coverage(member.id()).stream().map(CoverageAnswer::of).toList();
    }
}
