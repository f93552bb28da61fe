package org.tsunagu.app.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Parameters;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.consent.Transfer.Side;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.legal.Answer;
import org.tsunagu.rules.legal.Ground;
import org.tsunagu.rules.legal.LegalTables;
import org.tsunagu.rules.legal.Question;

/// What the law says to a request (依頼の根拠): asked before anything is sent, and written down for
/// everybody asked for.
/// Within the transaction of the caller.
@Component
class Law {

    private static final String OWN = "OWN";
    private static final String OTHER = "OTHER";

    private final Parameters parameters;
    private final Disclosures disclosures;

    Law(Parameters parameters, Disclosures disclosures) {
        this.parameters = parameters;
        this.disclosures = disclosures;
    }

    /// The answer.
    ///
    /// @param grounds rows of the legal table; one alone unless people of several age groups are asked
    /// for
    /// @param isLawful whether there is an act for everybody
    /// @param words on which article, or why on none
    record Said(List<Ground> grounds, boolean isLawful, List<String> words) {

        /// Their keys.
        String keys() {
            return grounds.stream().map(Ground::key).distinct().collect(Collectors.joining(" "));
        }

        /// The articles as letters quote them; an empty one where the article is not known.
        List<String> laws() {
            return grounds.stream().map(Ground::letterLaw).distinct().toList();
        }
    }

    Said of(Request request, Collection<Integer> ages, Locale locale) {
        var between = request.scheme().between();
        var requester = party(between.requester(), request);
        var holder = party(between.holder(), request);
        if (requester.isEmpty() || holder.isEmpty()) {
            return new Said(List.of(), false, List.of(unknown(locale)));
        }
        var answers = new ArrayList<Answer>();
        for (var age : ages) {
            for (var data : between.classes()) {
                answers.add(parameters
                        .current()
                        .ask(new Question(
                                requester.get(), holder.get(), data, between.purpose(), age, request.asked())));
            }
        }
        var texts = ReasonTexts.in(locale);
        return new Said(
                answers.stream()
                        .flatMap(one -> one.ground().stream())
                        .distinct()
                        .toList(),
                answers.stream().allMatch(Answer::isLaw),
                answers.stream()
                        .flatMap(one -> one.reasons().stream())
                        .map(texts::text)
                        .distinct()
                        .toList());
    }

    private static String unknown(Locale locale) {
        var language = locale.equals(Locale.JAPANESE) ? Language.JAPANESE : Language.ENGLISH;
        return Texts.in(language).text("exchange.ground.no_party");
    }

    /// The kind of whoever stands in a scheme; empty when the number does not tell.
    private static Optional<String> party(String code, Request request) {
        return switch (code) {
            case OWN -> LegalTables.shipped().partyOf(Actors.current().insurer().number());
            case OTHER -> LegalTables.shipped().partyOf(request.party().number());
            default -> Optional.of(code);
        };
    }

    /// Decides about everybody who is asked for and about each kind of data, and writes it down before
    /// anything leaves.
    ///
    /// @param other what the other side is called
    List<Disclosure> record(Request request, String other, Said said, Collection<Long> people) {
        var between = request.scheme().between();
        var decided = new ArrayList<Disclosure>();
        for (var data : between.classes()) {
            decided.addAll(disclosures.decide(
                    new Transfer(
                            side(between.requester(), request, other),
                            side(between.holder(), request, other),
                            data,
                            between.purpose().isEmpty()
                                    ? said.grounds().getFirst().purpose()
                                    : between.purpose(),
                            request.asked(),
                            "requests/" + request.id()),
                    people));
        }
        return decided;
    }

    private static Side side(String code, Request request, String other) {
        var own = Actors.current().insurer();
        var kind = party(code, request).orElseThrow();
        return switch (code) {
            case OWN -> new Side(kind, own.name(), own.number());
            case OTHER -> new Side(kind, other, request.party().number());
            default -> new Side(kind, other);
        };
    }
}
