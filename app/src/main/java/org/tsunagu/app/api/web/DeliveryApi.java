package org.tsunagu.app.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.api.Problems;
import org.tsunagu.app.api.Refused;
import org.tsunagu.app.api.web.Answers.DeliveryAnswer;
import org.tsunagu.app.api.web.Answers.FindingAnswer;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.intake.DeliveryPages;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;

/// Files are handed in as they are, without a form around them, and go the way of any other (ファイルの取り込み).
@RestController
class DeliveryApi {

    private static final int LONGEST_NAME = 200;

    private final Deliveries deliveries;
    private final DeliveryPages pages;
    private final Looks looks;

    DeliveryApi(Deliveries deliveries, DeliveryPages pages, Looks looks) {
        this.deliveries = deliveries;
        this.pages = pages;
        this.looks = looks;
    }

    @PostMapping(
            path = "/api/v1/deliveries",
            consumes = {"application/zip", "application/octet-stream", "application/xml"})
    ResponseEntity<DeliveryAnswer> receive(
            @RequestParam String name,
            @RequestParam(name = "origin", defaultValue = "CHECKUP") String said,
            HttpServletRequest request)
            throws IOException {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.matches("(?s).*[/\\\\\\p{Cntrl}].*")) {
            throw Refused.field("name");
        }
        var origin = Origin.ofFile(said).orElseThrow(() -> Refused.field("origin"));
        var actor = Actors.current();
        var receipt =
                deliveries.receive(actor.insurer().id(), request.getInputStream(), name, "api", actor.name(), origin);
        looks.at(Look.Kind.CHANGE, 0, "original", "delivery " + receipt.deliveryId());
        return ResponseEntity.status(receipt.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create("/api/v1/deliveries/" + receipt.deliveryId()))
                .body(find(receipt.deliveryId()));
    }

    private DeliveryAnswer find(long id) {
        return deliveries.find(id).map(DeliveryAnswer::of).orElseThrow(NotFound::new);
    }

    @GetMapping("/api/v1/deliveries")
    Slice<DeliveryAnswer> list(
            @RequestParam(defaultValue = Slice.USUAL) int limit,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var most = Slice.limit(limit);
        var before = Slice.read(cursor, Long.MAX_VALUE, parts -> Long.parseLong(parts[0]));
        return Slice.of(
                request,
                pages.before(before, most + 1),
                most,
                delivery -> Slice.key(delivery.id()),
                DeliveryAnswer::of);
    }

    @GetMapping("/api/v1/deliveries/{id:[0-9]{1,18}}")
    DeliveryAnswer one(@PathVariable long id) {
        var delivery = find(id);
        looks.at(Look.Kind.VIEW, 0, "delivery", "delivery " + id);
        return delivery;
    }

    @GetMapping("/api/v1/deliveries/{id:[0-9]{1,18}}/findings")
    Slice<FindingAnswer> findings(
            @PathVariable long id,
            @RequestParam(defaultValue = Slice.USUAL) int limit,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var most = Slice.limit(limit);
        var after = Slice.read(cursor, 0L, parts -> Long.parseLong(parts[0]));
        var delivery = find(id);
        looks.at(Look.Kind.VIEW, 0, "delivery", "findings of delivery " + id);
        var texts = CheckupCatalogue.texts(Problems.language(request).locale());
        return Slice.of(
                request,
                pages.findings(id, delivery.name(), after, most + 1),
                most,
                finding -> Slice.key(finding.id()),
                finding -> FindingAnswer.of(finding, texts));
    }
}
