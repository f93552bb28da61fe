package org.tsunagu.app.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueType;

/// A field of a document put right (修正).
///
/// @param field a header field by its key, or a result by its 17-digit item code
/// @param was what stood there; empty for nothing
/// @param now what stands there now
public record Change(String field, String was, String now) {

    /// What a document says in a field; empty for nothing.
    ///
    /// @param field as in [Change]; one that is not known is empty
    static String read(ReceivedFile file, String field) {
        return DocumentField.of(field)
                .map(of -> header(file).map(header -> of.read(header).text()).orElse(""))
                .orElseGet(() -> file instanceof CheckupDocument document
                        ? observation(document, field)
                                .map(Observation::result)
                                .map(WrittenValue::text)
                                .orElse("")
                        : "");
    }

    private static Optional<Header> header(ReceivedFile file) {
        return switch (file) {
            case CheckupDocument document -> Optional.of(document.header());
            case GuidanceDocument document -> Optional.of(document.header());
            default -> Optional.empty();
        };
    }

    private static Optional<Observation> observation(CheckupDocument document, String code) {
        return document.observations().stream()
                .filter(observation -> observation.code().equals(code))
                .findFirst();
    }

    /// What somebody has typed, as the format writes it.
    static String normal(String field, String typed) {
        return DocumentField.of(field).map(header -> header.normal(typed)).orElseGet(() -> {
            var text = typed.strip();
            var isText = Items.shipped()
                    .find(field)
                    .map(item -> item.type() == ValueType.ST)
                    .orElse(true);
            return isText ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        });
    }

    private static String codeSystem(CheckupDocument document, Item item) {
        return document.header()
                .examDay()
                .map(day -> Items.shipped().codeSystem(item, day))
                .orElse(item.codeSystem());
    }

    /// The document with this change: of guidance only the header can be put right.
    ReceivedFile applied(ReceivedFile file) {
        var of = DocumentField.of(field);
        return switch (file) {
            case CheckupDocument document ->
                of.map(header -> new CheckupDocument(
                                header.write(document.header(), now), document.sections(), document.observations()))
                        .orElseGet(() -> withResult(document));
            case GuidanceDocument document ->
                of.map(header -> new GuidanceDocument(header.write(document.header(), now), document.sections()))
                        .orElse(document);
            default -> file;
        };
    }

    private CheckupDocument withResult(CheckupDocument document) {
        var observations = new ArrayList<>(document.observations());
        var old = observation(document, field);
        old.ifPresent(observations::remove);
        if (!now.isEmpty()) {
            var at = old.map(document.observations()::indexOf).orElse(observations.size());
            observations.add(at, observation(document, old));
        }
        return new CheckupDocument(document.header(), document.sections(), List.copyOf(observations));
    }

    private Observation observation(CheckupDocument document, Optional<Observation> old) {
        var item = Items.shipped().find(field).orElse(null);
        var value = item == null
                ? new WrittenValue("ST", now, "", "", "")
                : new WrittenValue(item.type().name(), now, item.unit(), codeSystem(document, item), "");
        return old.map(of -> new Observation(
                        of.section(),
                        of.code(),
                        of.item(),
                        of.group(),
                        of.relation(),
                        false,
                        List.of(value),
                        of.method(),
                        of.interpretation(),
                        of.range(),
                        of.doctorName(),
                        of.line(),
                        of.column()))
                .orElseGet(() -> new Observation(
                        "01" + document.header().programme().text(),
                        field,
                        item,
                        0,
                        "",
                        false,
                        List.of(value),
                        "",
                        "",
                        null,
                        "",
                        1,
                        1));
    }
}
