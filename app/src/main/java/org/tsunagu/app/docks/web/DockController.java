package org.tsunagu.app.docks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.docks.Claim;
import org.tsunagu.app.docks.Claims;
import org.tsunagu.app.docks.Reimbursement;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.app.ui.Typed;

/// Claims for the fee of a human dock (人間ドックの補助): filed for a member, listed and paid by the month.
@Controller
public class DockController {

    private static final int LONGEST = 200;
    private static final List<String> FIELDS = List.of("day", "facility", "fee", "result", "formKey");

    private final Claims claims;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    DockController(Claims claims, Members members, Audit audit, Clock clock) {
        this.claims = claims;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// The claims of a month (画面の内容).
    public record MonthContent(YearMonth month, List<Claim> claims) {

        /// Those that are still to be paid.
        public List<Claim> toPay() {
            return claims.stream().filter(Claim::isToPay).toList();
        }

        /// What is to be paid, in yen.
        public long sum() {
            return toPay().stream().mapToLong(Claim::yen).sum();
        }
    }

    /// The claims of a member, with a form for another one (画面の内容).
    ///
    /// @param proposal what would come of the form; empty when it was not asked for
    public record MemberContent(Member member, List<Claim> claims, Typed form, Optional<Reimbursement> proposal) {}

    @GetMapping("/docks")
    View month(@RequestParam(defaultValue = "") String month) {
        var shown = read(month);
        var all = claims.in(shown);
        audit.note(all.stream()
                .map(Claim::memberId)
                .distinct()
                .map(member -> Look.listed(member, "dock", "/docks"))
                .toList());
        return Page.of("docks/month", new MonthContent(shown, all));
    }

    private YearMonth read(String month) {
        try {
            return month.isEmpty() ? YearMonth.from(LocalDate.now(clock)) : YearMonth.parse(month);
        } catch (DateTimeException noMonth) {
            throw new NotFound();
        }
    }

    @GetMapping("/docks/members/{id:[0-9]+}")
    View member(@PathVariable long id) {
        var member = find(id);
        audit.note(Look.at(id, "dock", "dock", "/docks/members"));
        var form = Typed.fresh(Map.of("formKey", UUID.randomUUID().toString()));
        return Page.of("docks/member", new MemberContent(member, claims.of(member.id()), form, Optional.empty()));
    }

    private Member find(long id) {
        return members.find(new MemberId(id)).orElseThrow(NotFound::new);
    }

    @PostMapping("/docks/members/{id:[0-9]+}")
    View file(@PathVariable long id, @RequestParam Map<String, String> parameters) {
        var member = find(id);
        var form = Typed.of(FIELDS, parameters);
        var day = form.dayNeeded("day");
        var fee = WholeNumbers.read(form.of("fee"), WholeNumbers.MOST_YEN);
        form.require(day.isEmpty() || !day.get().isAfter(LocalDate.now(clock)), "day", "docks.problem.future");
        form.require(fee.isPresent(), "fee", "docks.problem.yen");
        form.require(form.of("facility").length() <= LONGEST, "facility", "docks.problem.long");
        if (form.isRefused()) {
            return Page.refused(
                    "docks/member", new MemberContent(member, claims.of(member.id()), form, Optional.empty()));
        }
        var claim = new Claims.NewClaim(
                member.id(),
                day.orElseThrow(),
                form.of("facility"),
                fee.orElseThrow(),
                form.of("result").equals("yes"),
                form.key("formKey"));
        if (parameters.containsKey("check")) {
            audit.note(Look.at(id, "dock", "dock", "/docks/members"));
            var proposal = Optional.of(claims.propose(claim));
            return Page.of("docks/member", new MemberContent(member, claims.of(member.id()), form, proposal));
        }
        claims.file(claim);
        return new RedirectView("/docks/members/%d?notice=docks.filed".formatted(id));
    }

    @PostMapping("/docks/claims/{id:[0-9]+}/cancel")
    View cancel(@PathVariable long id, @RequestParam String note, @RequestParam long member) {
        var why = note.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            return new RedirectView("/docks/members/%d?notice=docks.problem.note"
                    .formatted(find(member).id().value()));
        }
        var concerned = claims.cancel(id, why);
        if (concerned == 0) {
            throw new NotFound();
        }
        return new RedirectView("/docks/members/%d?notice=docks.cancelled".formatted(concerned));
    }

    /// Records that the accepted claims of a month are paid; whoever does it has seen how many they are.
    @PostMapping("/docks/pay")
    View pay(@RequestParam String month, @RequestParam int count) {
        var shown = read(month);
        var open = new MonthContent(shown, claims.in(shown)).toPay().size();
        if (open != count) {
            return new RedirectView("/docks?month=%s&notice=docks.problem.changed".formatted(shown));
        }
        claims.pay(shown, LocalDate.now(clock));
        return new RedirectView("/docks?month=%s&notice=docks.paid".formatted(shown));
    }

    /// The claims of a month as CSV. Whoever takes them out says what for.
    @PostMapping("/docks/export")
    void export(@RequestParam Map<String, String> fields, HttpServletResponse response) throws IOException {
        var month = read(fields.getOrDefault("month", ""));
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/docks?month=%s&notice=docks.problem.purpose".formatted(month));
            return;
        }
        var all = claims.in(month);
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "dock",
                        0,
                        purpose.get(),
                        Look.OWN_WORK,
                        "/docks/export",
                        "%d claims of %s".formatted(all.size(), month)),
                all.stream().map(Claim::memberId).toList());
        try (var out = Csv.download(response, "docks-%s.csv".formatted(month))) {
            out.write(
                    "claim_id,member_id,name,exam_date,fiscal_year,facility,fee,filed_on,state,reason,yen,paid_on\r\n");
            for (var claim : all) {
                out.write(line(claim));
            }
        }
    }

    private static String line(Claim claim) {
        return Csv.line(List.of(
                Long.toString(claim.id()),
                Long.toString(claim.memberId()),
                claim.name(),
                claim.examDay().toString(),
                Integer.toString(claim.fiscalYear()),
                claim.facility(),
                Integer.toString(claim.fee()),
                claim.filedOn().toString(),
                claim.state(),
                Texts.in(Language.JAPANESE).text("docks.short." + claim.reason()),
                Integer.toString(claim.yen()),
                claim.paidOn().map(LocalDate::toString).orElse("")));
    }
}
