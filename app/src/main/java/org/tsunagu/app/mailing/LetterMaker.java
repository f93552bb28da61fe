package org.tsunagu.app.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Notices;
import org.tsunagu.app.mailing.RunStore.Recipient;
import org.tsunagu.app.tickets.TicketLetters;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.time.Era;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.PlainBody;
import org.tsunagu.letters.Sender;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.ReasonTexts;

/// Makes the letter to one person (通知の作成), or says why there is none.
@Component
class LetterMaker {

    private static final int DOCTOR_BAND = 2;
    private static final int PARAGRAPHS = 3;

    private final Judging judging = Judging.shipped();

    /// A letter or why there is none.
    ///
    /// @param problem key in the message file; empty when there is a letter
    record Made(Optional<Letter> letter, String problem) {

        static Made none(String problem) {
            return new Made(Optional.empty(), problem);
        }
    }

    Made make(RunStore.Asked run, Recipient person, RunStore.Material material) {
        if (!person.isCovered()) {
            return Made.none("NOT_COVERED");
        }
        return switch (run.kind()) {
            case TICKET, GUIDANCE_TICKET, REMINDER, INVITATION ->
                ticket(run, person, Optional.ofNullable(material.tickets().get(person.memberId())));
            case NOTICE, ADVICE -> checkup(run, person, material.checkups().getOrDefault(person.memberId(), List.of()));
        };
    }

    private static Made ticket(RunStore.Asked run, Recipient person, Optional<TicketLetters.Printable> ticket) {
        return ticket.map(one -> new Made(
                        Optional.of(new Letter(
                                serial(run, person),
                                to(person),
                                one.from(run.insurerName()),
                                run.day(),
                                Optional.empty(),
                                one.body())),
                        ""))
                .orElseGet(() -> Made.none(
                        switch (run.kind()) {
                            case REMINDER -> "NO_REMINDER";
                            case INVITATION -> "NO_INVITATION";
                            case TICKET, GUIDANCE_TICKET, NOTICE, ADVICE -> "NO_TICKET";
                        }));
    }

    private Made checkup(RunStore.Asked run, Recipient person, List<Checkup> checkups) {
        if (checkups.isEmpty()) {
            return Made.none("NO_CHECKUP");
        }
        var latest = checkups.getFirst();
        if (!judging.covers(latest.examDate())) {
            return Made.none("NO_RULES");
        }
        return run.kind() == Run.Kind.ADVICE
                ? advice(run, person, latest)
                : new Made(
                        Optional.of(Notices.letter(
                                serial(run, person),
                                to(person),
                                from(run),
                                run.day(),
                                new Notices.Person(person.sex(), person.birth()),
                                latest,
                                checkups)),
                        "");
    }

    private Made advice(RunStore.Asked run, Recipient person, Checkup latest) {
        var reasons = ReasonTexts.in(Locale.JAPANESE);
        var high =
                judging
                        .judge(new Examinee(person.sex(), person.birth(), latest.examDate()), latest.values())
                        .bands()
                        .stream()
                        .filter(band -> band.band() == DOCTOR_BAND)
                        .map(band -> reasons.text(band.reason()))
                        .distinct()
                        .toList();
        if (high.isEmpty()) {
            return Made.none("NOT_HIGH");
        }
        var body = new PlainBody(template(high.size()), values(latest, high));
        return new Made(
                Optional.of(new Letter(serial(run, person), to(person), from(run), run.day(), Optional.empty(), body)),
                "");
    }

    /// The sentences of the message file around a list of what was found.
    private static PlainBody.Template template(int points) {
        var texts = Texts.in(Language.JAPANESE);
        var paragraphs = new ArrayList<String>();
        paragraphs.add(texts.text("mailing.advice.opening", "name", "{name}", "exam", "{exam}"));
        for (var i = 0; i < points; i++) {
            paragraphs.add("- {point_" + (char) ('a' + i) + "}");
        }
        for (var i = 1; i <= PARAGRAPHS; i++) {
            paragraphs.add(texts.text("mailing.advice.text." + i));
        }
        return new PlainBody.Template(texts.text("mailing.advice.title"), paragraphs);
    }

    private static Map<String, String> values(Checkup latest, List<String> high) {
        var values = new java.util.HashMap<String, String>();
        values.put("exam", Era.format(latest.examDate()));
        for (var i = 0; i < high.size(); i++) {
            values.put("point_" + (char) ('a' + i), high.get(i));
        }
        return values;
    }

    private static String serial(RunStore.Asked run, Recipient person) {
        return "%d-%06d".formatted(run.id(), person.seq());
    }

    private static Addressee to(Recipient person) {
        return new Addressee(person.postalCode(), List.of(person.address()), person.name());
    }

    private static Sender from(RunStore.Asked run) {
        return new Sender(run.insurerName(), "", "", List.of(), "", "");
    }
}
