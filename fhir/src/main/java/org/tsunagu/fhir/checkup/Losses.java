package org.tsunagu.fhir.checkup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// What a document loses on its way through FHIR (変換で失われるもの): it is compared with itself as read back. What was
/// empty before and is filled in now (units and code systems of the master) is no loss.
final class Losses {

    private final CheckupDocument document;
    private final Place place;
    private final Reporter reporter;
    private final Map<Integer, Integer> series = new HashMap<>();

    Losses(CheckupDocument document, Place place, Reporter reporter) {
        this.document = document;
        this.place = place;
        this.reporter = reporter;
    }

    void compare(CheckupDocument back) {
        var now = fields(back.header());
        fields(document.header()).forEach((field, text) -> {
            if (isLost(text, now.getOrDefault(field, ""))) {
                reporter.report("FHIR-LOST-HEADER", place, "field", field.replaceAll("#.*", ""));
            }
        });
        sections(back);
        var byCode = new HashMap<String, Deque<Observation>>();
        back.observations()
                .forEach(result -> byCode.computeIfAbsent(result.code(), code -> new ArrayDeque<>())
                        .add(result));
        for (var result : document.observations()) {
            var same = byCode.getOrDefault(result.code(), new ArrayDeque<>()).poll();
            if (same == null) {
                lost(result, "result");
            } else {
                compare(result, same);
            }
        }
    }

    private static boolean isLost(String before, String after) {
        return !before.isEmpty() && !before.equals(after);
    }

    private void sections(CheckupDocument back) {
        var left = new HashSet<String>();
        back.sections().forEach(section -> left.add(section.text()));
        for (var section : document.sections()) {
            // One the guide does not have was reported as such.
            if (!left.remove(section.text()) && Sections.knows(section.text())) {
                reporter.report("FHIR-LOST-SECTION", place, "actual", section.text());
            }
        }
    }

    private static Map<String, String> fields(Header header) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(
                "typeId", header.typeIdRoot().text() + header.typeIdExtension().text());
        put(fields, "category", header.category());
        put(fields, "category#system", header.categorySystem());
        put(fields, "created", header.created());
        var patient = header.patient();
        put(fields, "insurer", patient.insurerNumber());
        put(fields, "insured#symbol", patient.symbol());
        put(fields, "insured#number", patient.number());
        put(fields, "insured#branch", patient.branch());
        put(fields, "name", patient.name());
        put(fields, "sex", patient.sex());
        put(fields, "sex#system", patient.sexSystem());
        put(fields, "birth", patient.birth());
        put(fields, "address", patient.address().text());
        put(fields, "address#code", patient.address().postalCode());
        put(fields, "author.time", header.authorTime());
        put(fields, "author", header.author());
        put(fields, "performer", header.performer());
        put(fields, "programme", header.programme());
        put(fields, "programme#system", header.programmeSystem());
        put(fields, "exam", header.examDate());
        for (var i = 0; i < header.tickets().size(); i++) {
            var ticket = header.tickets().get(i);
            put(fields, "ticket#kind" + i, ticket.function());
            put(fields, "ticket#until" + i, ticket.validUntil());
            put(fields, "ticket#number" + i, ticket.number());
            put(fields, "ticket#root" + i, ticket.root());
            put(fields, "ticket#insurer" + i, ticket.insurerNumber());
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Field field) {
        fields.put(name, field.text());
    }

    private static void put(Map<String, String> fields, String name, Organization organization) {
        put(fields, name + "#number", organization.number());
        put(fields, name + "#name", organization.name());
        put(fields, name + "#telephone", organization.telecom());
        put(fields, name + "#address", organization.address().text());
        put(fields, name + "#code", organization.address().postalCode());
    }

    private void compare(Observation before, Observation after) {
        if (isLost(before.section(), after.section()) && Sections.knows(before.section())) {
            lost(before, "section");
        }
        var number = series.computeIfAbsent(before.group(), group -> after.group());
        if (number != after.group() || !before.relation().equals(after.relation())) {
            lost(before, "series");
        }
        values(before, after);
        if (isLost(before.method(), after.method())) {
            lost(before, "method");
        }
        if (isLost(before.interpretation(), after.interpretation())) {
            lost(before, "interpretation");
        }
        if (isLost(before.range(), after.range())) {
            lost(before, "range");
        }
        if (isLost(before.doctorName(), after.doctorName())) {
            lost(before, "doctor");
        }
    }

    private void values(Observation before, Observation after) {
        var written = before.result();
        var now = after.result();
        if (before.state() != after.state()
                || (now == null && written != null && !written.text().isEmpty())) {
            lost(before, "value");
        } else if (written != null && now != null) {
            if (isLost(written.text(), now.text())) {
                lost(before, "value");
            }
            if (isLost(written.type(), now.type())) {
                lost(before, "type");
            }
            if (isLost(written.unit(), now.unit())) {
                lost(before, "unit");
            }
            if (isLost(written.codeSystem(), now.codeSystem())) {
                lost(before, "system");
            }
            if (isLost(written.nullFlavor(), now.nullFlavor())) {
                lost(before, "absence");
            }
        }
        if (before.values().size() > Math.max(1, after.values().size())) {
            lost(before, "value");
        }
    }

    private static boolean isLost(@Nullable ReferenceRange before, @Nullable ReferenceRange after) {
        return before != null
                && !Objects.equals(before, after)
                && (after == null
                        || isLost(before.low(), after.low())
                        || isLost(before.lowUnit(), after.lowUnit())
                        || isLost(before.high(), after.high())
                        || isLost(before.highUnit(), after.highUnit()));
    }

    private void lost(Observation result, String aspect) {
        reporter.report("FHIR-LOST-RESULT", place.item(result.code()), "aspect", aspect);
    }
}
