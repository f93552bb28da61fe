package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Notices;
import org.tsunagu.app.checkups.Results;
import org.tsunagu.app.checkups.Verdict;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.portal.Important;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.layout.Profile;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// The own checkups (健診結果): the latest in plain words with its reasons, the years as table and charts, each as a
/// letter.
@Controller
public class MyCheckupController {

    private static final Set<ReasonCode> TOLD = Set.of(
            ReasonCode.CONDITION_MET, ReasonCode.CONDITION_UNKNOWN, ReasonCode.VALUE_COMPUTED, ReasonCode.OUTSIDE_AGE);

    private final MyPages pages;
    private final OwnData own;
    private final Audit audit;
    private final Clock clock;

    MyCheckupController(MyPages pages, OwnData own, Audit audit, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the pages show (画面の内容).
    public record Content(Viewer me, OwnData.Checked checked) {

        /// The most urgent action that the latest checkup asks for; `none` for none.
        public String action() {
            return checked.judgement().flatMap(Important::urgent).orElse("none");
        }

        /// The reasons of a judgement that tell something: a list of what does not apply helps nobody.
        public List<Reason> told(Verdict verdict) {
            return verdict.reasons().stream()
                    .filter(reason -> TOLD.contains(reason.code()))
                    .toList();
        }
    }

    /// One checkup.
    public record One(Viewer me, Checkup checkup, Results results) {}

    @GetMapping("/my/checkups")
    View latest(HttpServletRequest request) {
        return pages.show(
                request,
                MyPages.Wanted.of("portal/checkups", Scope.CHECKUP, "checkup", "/my/checkups"),
                me -> new Content(me, own.checked(own.member(me.member()))));
    }

    @GetMapping("/my/trends")
    View years(HttpServletRequest request) {
        return pages.show(
                request,
                MyPages.Wanted.of("portal/trends", Scope.CHECKUP, "checkup", "/my/trends"),
                me -> new Content(me, own.checked(own.member(me.member()))));
    }

    @GetMapping("/my/checkups/{id:[0-9]+}")
    View one(HttpServletRequest request, @PathVariable long id) {
        return pages.show(
                request, MyPages.Wanted.of("portal/checkup", Scope.CHECKUP, "checkup", "/my/checkups"), me -> {
                    var member = own.member(me.member());
                    var checkup = own.checkup(member, id);
                    return new One(me, checkup, new Results(member.sex(), member.birth(), List.of(checkup)));
                });
    }

    @GetMapping("/my/checkups/{id:[0-9]+}/notice.pdf")
    ResponseEntity<byte[]> notice(@PathVariable long id) throws IOException {
        var member = own.member(pages.member(Scope.CHECKUP));
        var checkup = own.checkup(member, id);
        audit.note(Look.own(Look.Kind.PRINT, member.id().value(), "checkup", "/my/checkups/notice", ""));
        var insurer = pages.user().insurer().name();
        var pdf = new ByteArrayOutputStream();
        var settings = new RunSettings("notice", insurer, Locale.JAPANESE, Profile.of("NAGA3"), clock.instant());
        try (var run = new LetterRun(pdf, settings)) {
            run.add(Notices.letter(
                    "%d-%06d".formatted(checkup.fiscalYear() % 100, checkup.id() % 1_000_000),
                    to(member),
                    new Sender(insurer, "", "", List.of(), "", ""),
                    LocalDate.now(clock),
                    new Notices.Person(member.sex(), member.birth()),
                    checkup,
                    own.checked(member).checkups()));
        }
        return pdf(pdf.toByteArray(), "kenshin-%d.pdf".formatted(checkup.fiscalYear()));
    }

    static Addressee to(Member member) {
        return new Addressee(member.postalCode(), List.of(member.address()), member.name());
    }

    static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(content);
    }
}
