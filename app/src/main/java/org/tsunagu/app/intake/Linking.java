package org.tsunagu.app.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tsunagu.app.membership.CardNumber;
import org.tsunagu.app.membership.Members.Candidate;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.linkage.field.Field;
import org.tsunagu.linkage.field.Kind;
import org.tsunagu.linkage.field.Level;
import org.tsunagu.linkage.model.Doubts;
import org.tsunagu.linkage.model.Linker;
import org.tsunagu.linkage.model.Match;
import org.tsunagu.linkage.model.Zone;
import org.tsunagu.linkage.normal.Names;

/// Finds the member without a number that fits (番号によらない突合): kana, birth date, sex, postal code and the number all
/// give evidence; what each is worth is learned from the documents of the delivery.
final class Linking {

    private static final double LEAST = 0.05;
    private static final int MOST_CANDIDATES = 5;
    /// Another member within so many bits fits about as well.
    private static final double CLOSE_BITS = 5;

    private Linking() {}

    /// What was found for one document (候補).
    ///
    /// @param certain the member, when no person need look
    /// @param candidates the likeliest first
    record Found(Optional<Long> certain, List<Proposal> candidates) {}

    /// A member who may be meant.
    record Proposal(long memberId, double score, List<Match.Evidence> evidence) {}

    /// Links documents to members.
    ///
    /// @param taught documents whose member is known already: they only teach
    /// @return one entry a document that somebody may be meant by, by its place in the list
    static Map<Integer, Found> link(List<Document> documents, List<Document> taught, List<Candidate> members) {
        var left = new ArrayList<>(documents);
        left.addAll(taught);
        if (documents.isEmpty() || members.isEmpty()) {
            return Map.of();
        }
        var kana = field("kana", Kind.NAME, left, Document::kana, members, Candidate::kana);
        var birth = field("birth", Kind.DATE, left, Document::birth, members, member -> compact(member.birth()));
        var fields = List.of(
                kana,
                birth,
                field("sex", Kind.CODE, left, Document::sex, members, Candidate::sex),
                field("postal_code", Kind.NUMBER, left, Document::postalCode, members, Candidate::postalCode),
                field("number", Kind.NUMBER, left, Linking::number, members, Linking::number));
        var doubts = new Doubts(Optional.empty(), Optional.empty(), Optional.of(birth));
        var linked = new Linker(fields, doubts, false, 1).link(false, LEAST);
        var byDocument = new HashMap<Integer, List<Match>>();
        for (var match : linked.matches()) {
            if (match.left() < documents.size()) {
                byDocument
                        .computeIfAbsent(match.left(), none -> new ArrayList<>())
                        .add(match);
            }
        }
        var twins = twins(members);
        var found = new HashMap<Integer, Found>();
        byDocument.forEach((document, matches) -> found.put(document, found(matches, members, twins)));
        return found;
    }

    private static Field field(
            String name,
            Kind kind,
            List<Document> left,
            Function<Document, String> ofDocument,
            List<Candidate> right,
            Function<Candidate, String> ofMember) {
        return new Field(
                name,
                kind,
                left.stream().map(ofDocument).toList(),
                right.stream().map(ofMember).toList());
    }

    /// The number on another insurer's card says nothing, neither for nor against.
    private static String number(Document document) {
        if (document.isFromEarlierInsurer()) {
            return "";
        }
        return new CardNumber(document.symbol(), document.number(), "").household();
    }

    private static String number(Candidate member) {
        return member.numberKey().substring(0, member.numberKey().lastIndexOf('|'));
    }

    private static String compact(LocalDate day) {
        return Dates.compact(day);
    }

    /// How many members share birth date, sex and the beginning of the name: brothers and sisters of one day.
    private static Map<String, Integer> twins(List<Candidate> members) {
        var counts = new HashMap<String, Integer>();
        members.forEach(member -> counts.merge(twinKey(member), 1, Integer::sum));
        return counts;
    }

    private static String twinKey(Candidate member) {
        var name = Names.key(member.kana());
        return member.birth() + member.sex() + name.substring(0, Math.min(2, name.length()));
    }

    private static Found found(List<Match> matches, List<Candidate> members, Map<String, Integer> twins) {
        var best = matches.getFirst();
        var isAlone = matches.size() == 1 || best.weight() - matches.get(1).weight() > CLOSE_BITS;
        var member = members.get(best.right());
        var isTwin = twins.getOrDefault(twinKey(member), 1) > 1;
        var name = level(best, "kana");
        var birth = level(best, "birth");
        // A person decides when name and birth date both leave a doubt, or the name fits a brother or sister as well.
        var isSure = (name == Level.EQUAL || name == Level.CLOSE || birth == Level.EQUAL)
                && name != Level.DIFFERENT
                && level(best, "sex") != Level.DIFFERENT
                && !(isTwin && name != Level.EQUAL);
        var certain =
                best.zone() == Zone.AUTOMATIC && isAlone && isSure ? Optional.of(member.id()) : Optional.<Long>empty();
        return new Found(
                certain,
                matches.stream()
                        .limit(MOST_CANDIDATES)
                        .map(match -> new Proposal(members.get(match.right()).id(), match.score(), match.evidence()))
                        .toList());
    }

    private static Level level(Match match, String field) {
        return match.evidence().stream()
                .filter(evidence -> evidence.field().equals(field))
                .map(Match.Evidence::level)
                .findFirst()
                .orElse(Level.MISSING);
    }
}
