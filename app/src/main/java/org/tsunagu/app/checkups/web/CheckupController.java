package org.tsunagu.app.checkups.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Notices;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.layout.Profile;

/// The result notice of a checkup as PDF (健診結果のお知らせ).
@Controller
public class CheckupController {

    private final Checkups checkups;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    CheckupController(Checkups checkups, Members members, Audit audit, Clock clock) {
        this.checkups = checkups;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/checkups/{id:[0-9]+}/notice.pdf")
    ResponseEntity<byte[]> notice(@PathVariable long id) throws IOException {
        var checkup = checkups.find(id).orElseThrow(NotFound::new);
        var member = members.find(new MemberId(checkup.memberId())).orElseThrow(NotFound::new);
        audit.note(new Look(
                Look.Kind.PRINT, "checkup", checkup.memberId(), "notice", Look.OWN_WORK, "/checkups/notice", ""));
        var pdf = new ByteArrayOutputStream();
        var settings = new RunSettings(
                "notice",
                Actors.current().insurer().name(),
                java.util.Locale.JAPANESE,
                Profile.of("NAGA3"),
                clock.instant());
        try (var run = new LetterRun(pdf, settings)) {
            run.add(letter(member, checkup));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("notice-%d.pdf".formatted(id))
                                .build()
                                .toString())
                .body(pdf.toByteArray());
    }

    private Letter letter(Member member, Checkup checkup) {
        return Notices.letter(
                "%d-%06d".formatted(checkup.fiscalYear() % 100, checkup.id() % 1_000_000),
                new Addressee(member.postalCode(), List.of(member.address()), member.name()),
                new Sender(Actors.current().insurer().name(), "", "", List.of(), "", ""),
                LocalDate.now(clock),
                new Notices.Person(member.sex(), member.birth()),
                checkup,
                checkups.of(member.id().value()));
    }
}
