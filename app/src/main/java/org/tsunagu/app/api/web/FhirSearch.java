package org.tsunagu.app.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.api.Problem;
import org.tsunagu.app.api.Refused;
import org.tsunagu.app.membership.MemberPages;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.fhir.checkup.SearchPage;

/// What a FHIR search asks for (FHIR検索の条件): whose, and from when to when.
///
/// @param isEmpty whether somebody was named who is not here: nothing is found
/// @param members of whom; empty for everybody
/// @param documents numbers of the documents; empty for all
record FhirSearch(
        HttpServletRequest request,
        boolean isEmpty,
        List<Long> members,
        List<Long> documents,
        LocalDate from,
        LocalDate to) {

    /// What is searched, with the parameters it has. Any other one is refused: a condition that is not understood
    /// would be answered with more people than were asked for.
    enum Kind {
        BUNDLE,
        PATIENT,
        OBSERVATION;

        private Set<String> names() {
            return switch (this) {
                case BUNDLE -> Set.of("_id", "patient", "patient.identifier", "date", "_count", "cursor");
                case PATIENT -> Set.of("_id", "identifier", "_count", "cursor");
                case OBSERVATION -> Set.of("patient", "patient.identifier", "code", "date", "_count", "cursor");
            };
        }

        private void check(HttpServletRequest request) {
            if (!names().containsAll(request.getParameterMap().keySet())) {
                throw Refused.of(Problem.MALFORMED);
            }
        }
    }

    private static final Pattern DATE = Pattern.compile("(eq|ge|le|gt|lt)?([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final LocalDate FIRST = LocalDate.parse("0001-01-01");
    private static final LocalDate LAST = LocalDate.parse("9999-12-31");
    private static final int NUMBERS = 4;
    private static final int MOST_FOUND = 50;

    static FhirSearch of(Kind kind, HttpServletRequest request, MemberPages register) {
        kind.check(request);
        var from = FIRST;
        var to = LAST;
        for (var text : values(request, "date")) {
            var date = DATE.matcher(text);
            var day = date.matches() ? Dates.iso(date.group(2)) : Optional.<LocalDate>empty();
            if (day.isEmpty()) {
                throw Refused.field("date");
            }
            var prefix = date.group(1) == null ? "eq" : date.group(1);
            from = switch (prefix) {
                case "ge", "eq" -> day.get();
                case "gt" -> day.get().plusDays(1);
                default -> from;
            };
            to = switch (prefix) {
                case "le", "eq" -> day.get();
                case "lt" -> day.get().minusDays(1);
                default -> to;
            };
        }
        var named = named(kind, request, register);
        return new FhirSearch(
                request,
                named.isPresent() && named.get().isEmpty(),
                named.orElse(List.of()),
                kind == Kind.BUNDLE ? ids(request, "_id") : List.of(),
                from,
                to);
    }

    private static List<String> values(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /// Who is named; empty when nobody is.
    private static Optional<List<Long>> named(Kind kind, HttpServletRequest request, MemberPages register) {
        var ids = new ArrayList<>(ids(request, kind == Kind.PATIENT ? "_id" : "patient"));
        var isNamed = !ids.isEmpty();
        for (var name : List.of("patient.identifier", "identifier")) {
            for (var value : values(request, name)) {
                isNamed = true;
                ids.addAll(byNumber(value, register));
            }
        }
        return isNamed ? Optional.of(ids.stream().distinct().toList()) : Optional.empty();
    }

    private static List<Long> ids(HttpServletRequest request, String name) {
        return values(request, name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(one -> id(one, name))
                .toList();
    }

    private static long id(String reference, String name) {
        var isReference = name.equals("patient") && reference.startsWith("Patient/");
        var id = isReference ? reference.substring("Patient/".length()) : reference;
        if (!id.matches("[0-9]{1,18}")) {
            throw Refused.field(name);
        }
        return Long.parseLong(id);
    }

    /// Insurer number, symbol, number and branch with colons between, with or without the system before it.
    private static List<Long> byNumber(String token, MemberPages register) {
        var parts = token.substring(token.indexOf('|') + 1).split(":", -1);
        if (parts.length != NUMBERS || parts[2].isBlank()) {
            throw Refused.field("patient.identifier");
        }
        if (!parts[0].equals(Actors.current().insurer().number())) {
            return List.of();
        }
        var branch = Optional.of(parts[NUMBERS - 1]).filter(text -> !text.isEmpty());
        return register.byNumber(parts[1], parts[2], branch, MOST_FOUND).stream()
                .map(member -> member.id().value())
                .toList();
    }

    private static String joined(List<Long> ids) {
        return String.join(",", ids.stream().map(String::valueOf).toList());
    }

    /// The addresses of a page. That of the next one names people by their ids: no number of a card stands in it.
    ///
    /// @param key what the next page begins after; empty on the last
    SearchPage page(int count, String key) {
        var base = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/fhir")
                .build()
                .toUriString();
        var kind = request.getRequestURI().split("/", -1)[2];
        var self = UriComponentsBuilder.fromUriString(base).pathSegment(kind).queryParam("_count", count);
        if (!members.isEmpty()) {
            self.queryParam(kind.equals("Patient") ? "_id" : "patient", joined(members));
        }
        if (!documents.isEmpty()) {
            self.queryParam("_id", joined(documents));
        }
        values(request, "date").forEach(date -> self.queryParam("date", date));
        values(request, "code").forEach(code -> self.queryParam("code", "{code}"));
        var codes = values(request, "code").toArray();
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        var here = self.cloneBuilder().encode().buildAndExpand(codes).toUriString();
        return new SearchPage(
                base,
                here,
                key.isEmpty()
                        ? ""
                        : self.queryParam("cursor", cursor)
                                .encode()
                                .buildAndExpand(codes)
                                .toUriString());
    }
}
