package org.tsunagu.app.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.exchange.RequestWordings.Kind;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.layout.Profile;

/// Prints requests (提供依頼の印刷).
@Service
public class RequestLetters {

    private static final String ENVELOPE = "NAGA3";

    private final Requests requests;
    private final RequestWordings wordings;
    private final Employers employers;
    private final Audit audit;
    private final Clock clock;

    RequestLetters(Requests requests, RequestWordings wordings, Employers employers, Audit audit, Clock clock) {
        this.requests = requests;
        this.wordings = wordings;
        this.employers = employers;
        this.audit = audit;
        this.clock = clock;
    }

    /// Why a letter cannot be written, as the key of a message; empty when it can. Decides once more about
    /// everybody who is asked for.
    public Optional<String> problem(Progress progress) {
        var request = progress.request();
        var wording = wordings.of(kind(request));
        // An article that nobody knows is quoted to nobody; the insurer can write its own into the wording.
        var isQuoted = wording.title().contains("{law}") || wording.body().contains("{law}");
        return isQuoted && requests.laws(request).contains("")
                ? Optional.of("exchange.problem.article")
                : requests.again(request).map(outcome -> "exchange.problem." + outcome);
    }

    private static Kind kind(Request request) {
        return request.scheme().isToEmployer() ? Kind.EMPLOYER : Kind.INSURER;
    }

    /// Writes the letter of a request that was sent, with the list of those whose result is still
    /// missing.
    ///
    /// @param purpose what it is taken out for
    public void write(Progress progress, String purpose, OutputStream out) {
        var request = progress.request();
        var insurer = Actors.current().insurer();
        var missing = requests.people(request).stream()
                .filter(one -> one.arrived().isEmpty())
                .toList();
        audit.note(
                new Look(
                        Look.Kind.PRINT,
                        "request",
                        0,
                        purpose,
                        Look.OWN_WORK,
                        "/requests/" + request.id(),
                        "request %d, %d people".formatted(request.id(), missing.size())),
                missing.stream().map(one -> one.member().id().value()).toList());
        var body = new RequestLetter(progress, wordings.of(kind(request)), requests.laws(request), missing);
        var letter = new Letter(
                "R%d".formatted(request.id()),
                RequestLetter.to(request, employer(request)),
                new Sender(insurer.name(), "", "", List.of(), "", ""),
                LocalDate.now(clock),
                Optional.empty(),
                body);
        print(letter, out);
    }

    private Optional<Employer> employer(Request request) {
        return employers.find(request.employerId());
    }

    private void print(Letter letter, OutputStream out) {
        var settings = new RunSettings(
                Texts.in(Language.JAPANESE).text("exchange.letter.file"),
                letter.from().name(),
                Locale.JAPANESE,
                Profile.of(ENVELOPE),
                clock.instant());
        try (var run = new LetterRun(out, settings)) {
            run.add(letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
