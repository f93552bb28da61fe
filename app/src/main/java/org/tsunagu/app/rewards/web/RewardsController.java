package org.tsunagu.app.rewards.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.rewards.PointRules;
import org.tsunagu.app.rewards.Points;
import org.tsunagu.app.rewards.StoredRule;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.rewards.PointEntry.Kind;
import org.tsunagu.rules.rewards.PointRule;
import org.tsunagu.rules.rewards.Reward;

/// Rules for points and points of a member, as the office sees them (健康ポイントの管理).
@Controller
public class RewardsController {

    private static final List<String> FIELDS = List.of(
            "key",
            "event",
            "points",
            "times",
            "from",
            "to",
            "dependants",
            "reward",
            "yen",
            "alternative",
            "smartphone",
            "explanation",
            "months");
    private static final String NUMBER = "[1-9][0-9]{0,6}";

    private final PointRules rules;
    private final Points points;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    RewardsController(PointRules rules, Points points, Members members, Audit audit, Clock clock) {
        this.rules = rules;
        this.points = points;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page of the rules shows (画面の内容).
    ///
    /// @param problem key of one more problem; empty for none
    public record Rules(
            List<StoredRule> rules,
            List<Row> events,
            List<Reward> rewards,
            Typed form,
            String problem,
            LocalDate today) {}

    /// What the page of a member shows (画面の内容).
    public record OfMember(
            Member member, Points.Account account, List<Row> events, LocalDate today, String formKey, String problem) {}

    @GetMapping("/rewards")
    View rules() {
        var today = LocalDate.now(clock);
        var form = Typed.fresh(Map.of("from", today.toString(), "yen", "1", "dependants", "on", "months", "24"));
        return Page.of("rewards/rules", content(form, ""));
    }

    private Rules content(Typed form, String problem) {
        return new Rules(rules.all(), rules.events(), List.of(Reward.values()), form, problem, LocalDate.now(clock));
    }

    @PostMapping("/rewards")
    View draft(@RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        form.require(form.of("key").matches("[a-z0-9-]{1,30}"), "key", "rewards.problem.key");
        form.require(
                rules.events().stream().anyMatch(row -> row.key().equals(form.of("event"))),
                "event",
                "rewards.problem.event");
        form.require(form.of("points").matches(NUMBER), "points", "rewards.problem.number");
        form.require(form.of("yen").matches("[0-9]{1,4}"), "yen", "rewards.problem.number");
        for (var field : List.of("times", "months")) {
            form.require(form.of(field).matches("|[1-9][0-9]{0,2}"), field, "rewards.problem.number");
        }
        var from = form.dayNeeded("from");
        var to = form.day("to");
        form.require(from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()), "to", "rewards.problem.to");
        if (form.isRefused()) {
            return Page.refused("rewards/rules", content(form, ""));
        }
        rules.draft(
                new PointRule(
                        form.of("key"),
                        0,
                        form.of("event"),
                        Integer.parseInt(form.of("points")),
                        number(form.of("times")),
                        from.orElseThrow(),
                        to,
                        !form.of("dependants").isEmpty(),
                        form.choice("reward", Reward.values()),
                        Integer.parseInt(form.of("yen")),
                        form.of("alternative"),
                        !form.of("smartphone").isEmpty(),
                        form.of("explanation")),
                number(form.of("months")));
        return new RedirectView("/rewards?notice=rewards.drafted");
    }

    private static OptionalInt number(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    @PostMapping("/rewards/rules/{id:[0-9]+}/activate")
    View activate(@PathVariable long id, @RequestParam(defaultValue = "") String why) {
        return switch (rules.activate(id, why)) {
            case ACTIVE -> new RedirectView("/rewards?notice=rewards.activated");
            case BLOCKED -> Page.refused("rewards/rules", content(Typed.fresh(Map.of()), "rewards.problem.blocked"));
            case REASON_NEEDED ->
                Page.refused("rewards/rules", content(Typed.fresh(Map.of()), "rewards.problem.reason"));
        };
    }

    @PostMapping("/rewards/rules/{id:[0-9]+}/end")
    View end(@PathVariable long id, @RequestParam String last) {
        var day = TypedDate.read(last);
        if (day.isEmpty()) {
            return Page.refused("rewards/rules", content(Typed.fresh(Map.of()), "ui.problem.date"));
        }
        rules.end(id, day.get());
        return new RedirectView("/rewards?notice=rewards.ended");
    }

    @GetMapping("/rewards/members/{id:[0-9]+}")
    View member(@PathVariable long id) {
        return Page.of("rewards/member", content(find(id), ""));
    }

    private Member find(long id) {
        return members.find(new MemberId(id)).orElseThrow(NotFound::new);
    }

    /// The look is in the ledger before anything is read, also when a form comes back.
    private OfMember content(Member member, String problem) {
        var id = member.id().value();
        audit.note(Look.at(id, "points", "work", "/rewards/members"));
        return new OfMember(
                member,
                points.of(id),
                rules.events(),
                LocalDate.now(clock),
                UUID.randomUUID().toString(),
                problem);
    }

    @PostMapping("/rewards/members/{id:[0-9]+}/done")
    View done(@PathVariable long id, @RequestParam String event, @RequestParam String day, @RequestParam String key) {
        var member = find(id);
        var on = TypedDate.read(day).filter(one -> !one.isAfter(LocalDate.now(clock)));
        if (on.isEmpty() || key.isBlank()) {
            return Page.refused("rewards/member", content(member, "rewards.problem.done"));
        }
        if (!Points.isByHand(event)) {
            return Page.refused("rewards/member", content(member, "rewards.problem.checkup"));
        }
        var given = points.record(new Points.Done(id, event, key.strip(), on.get()));
        return given > 0
                ? new RedirectView("/rewards/members/%d?notice=rewards.given".formatted(id))
                : Page.refused("rewards/member", content(member, "rewards.problem.nothing"));
    }

    @PostMapping("/rewards/members/{id:[0-9]+}/change")
    View change(
            @PathVariable long id,
            @RequestParam Kind kind,
            @RequestParam String points,
            @RequestParam String reason,
            @RequestParam UUID formKey) {
        var member = find(id);
        var isNumber = points.matches(kind == Kind.SPEND ? NUMBER : "-?" + NUMBER);
        if (!isNumber || reason.isBlank() || kind == Kind.EARN || kind == Kind.EXPIRE) {
            return Page.refused("rewards/member", content(member, "rewards.problem.change"));
        }
        var number = Integer.parseInt(points);
        var signed = kind == Kind.SPEND ? -number : number;
        return this.points.change(id, kind, signed, reason.strip(), formKey.toString())
                ? new RedirectView("/rewards/members/%d?notice=rewards.changed".formatted(id))
                : Page.refused("rewards/member", content(member, "rewards.problem.balance"));
    }
}
