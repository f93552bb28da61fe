package org.tsunagu.app.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.time.Era;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.PlainBody;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.layout.Profile;

/// The letter with the code for the first connection (登録のご案内).
@Component
public class ConnectionLetter {

    private static final int PARAGRAPHS = 5;

    private final String url;
    private final Clock clock;

    ConnectionLetter(@Value("${tsunagu.portal.url:}") String url, Clock clock) {
        this.url = url;
        this.clock = clock;
    }

    /// Letters in one file.
    ///
    /// @param printed those that are in it; a letter without a usable address is not
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    public record Made(byte[] pdf, List<MemberInvitations.Prepared> printed) {}

    /// The letters as PDF.
    public Made pdf(String insurer, List<MemberInvitations.Prepared> all) throws IOException {
        var out = new ByteArrayOutputStream();
        var printed = new ArrayList<MemberInvitations.Prepared>();
        var settings = new RunSettings("connection", insurer, Locale.JAPANESE, Profile.of("NAGA3"), clock.instant());
        try (var run = new LetterRun(out, settings)) {
            for (var one : all) {
                var found = run.add(letter(insurer, one.member(), one.issued()));
                if (found.stream().noneMatch(problem -> problem.severity().refuses())) {
                    printed.add(one);
                }
            }
        }
        return new Made(out.toByteArray(), printed);
    }

    private Letter letter(String insurer, Member member, MemberInvitations.Issued issued) {
        var texts = Texts.in(Language.JAPANESE);
        var paragraphs = new ArrayList<String>();
        for (var i = 1; i <= PARAGRAPHS; i++) {
            paragraphs.add(
                    texts.text("portal.letter.text." + i, "name", "{name}", "code", "{code}", "until", "{until}"));
        }
        var body = new PlainBody(
                new PlainBody.Template(texts.text("portal.letter.title"), paragraphs),
                Map.of("code", issued.code(), "until", Era.format(issued.until())));
        return new Letter(
                "M-%d".formatted(member.id().value()),
                new Addressee(member.postalCode(), List.of(member.address()), member.name()),
                new Sender(insurer, "", "", List.of(), "", ""),
                LocalDate.now(clock),
                url.isEmpty()
                        ? Optional.empty()
                        : Optional.of(url + "/my/start/" + issued.code().replace("-", "")),
                body);
    }
}
