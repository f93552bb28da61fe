package org.tsunagu.app.settlement.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tsunagu.app.settlement.AgreedShare;
import org.tsunagu.app.settlement.Charge;
import org.tsunagu.app.settlement.Contract;
import org.tsunagu.app.settlement.Limits;
import org.tsunagu.app.settlement.Line;
import org.tsunagu.app.settlement.Part;
import org.tsunagu.app.settlement.Service;
import org.tsunagu.app.ui.Typed;

/// A contract as it is typed (契約の入力).
///
/// @param form with what is wrong
/// @param contracts one for each facility; none when something is wrong
record ContractForm(Typed form, List<Contract> contracts) {

    private static final int LONGEST = 200;
    private static final int LONGEST_SOURCE = 400;
    private static final int MOST_FACILITIES = 500;
    private static final List<String> FIELDS = List.of(
            "kind",
            "facility",
            "name",
            "service",
            "commission",
            "from",
            "to",
            "needsTicket",
            "completeOnly",
            "source",
            "additional",
            "formKey");

    static ContractForm read(Map<String, String> parameters, LocalDate today) {
        var priced = Part.priced(today);
        var form = Typed.of(names(priced), parameters);
        var kind = form.choice("kind", Contract.Kind.values());
        var service = form.choice("service", Service.values());
        var from = form.dayNeeded("from");
        var to = form.day("to");
        form.require(
                from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()), "to", "settlement.problem.order");
        words(form);
        var facilities = facilities(form);
        var prices = prices(form, priced, service);
        form.require(!prices.isEmpty(), "additional", "settlement.problem.prices");
        var charges = charges(form, service);
        var shares = shares(form, service);
        if (form.isRefused()) {
            return new ContractForm(form, List.of());
        }
        return new ContractForm(
                form,
                facilities.stream()
                        .map(facility -> new Contract(
                                0,
                                kind,
                                facility,
                                form.of("name"),
                                service,
                                form.of("commission"),
                                from.orElseThrow(),
                                to,
                                form.of("needsTicket").equals("yes"),
                                form.of("completeOnly").equals("yes"),
                                form.of("source"),
                                prices,
                                charges,
                                shares,
                                new Contract.Entered("", Optional.empty())))
                        .toList());
    }

    private static void words(Typed form) {
        form.require(
                !form.of("name").isEmpty() && form.of("name").length() <= LONGEST, "name", "settlement.problem.name");
        form.require(
                !form.of("source").isEmpty() && form.of("source").length() <= LONGEST_SOURCE,
                "source",
                "settlement.problem.source");
        form.require(form.of("commission").matches("[12]?"), "commission", "settlement.problem.choice");
    }

    private static List<String> facilities(Typed form) {
        var numbers = Stream.of(Normalizer.normalize(form.of("facility"), Normalizer.Form.NFKC)
                        .split("[\\s,、]+"))
                .distinct()
                .toList();
        form.require(
                numbers.size() <= MOST_FACILITIES && numbers.stream().allMatch(number -> number.matches("[0-9]{10}")),
                "facility",
                "settlement.problem.facility");
        return numbers;
    }

    private static List<String> names(List<Part.Priced> priced) {
        return Stream.of(
                        FIELDS.stream(),
                        priced.stream().map(one -> "price-" + one.key()),
                        Stream.of(Part.values())
                                .flatMap(part -> Stream.of("charge-" + part, "number-" + part, "most-" + part)),
                        shareFields().stream())
                .flatMap(names -> names)
                .toList();
    }

    private static List<Line> prices(Typed form, List<Part.Priced> priced, Service service) {
        var lines = new ArrayList<Line>();
        for (var one : priced) {
            var field = "price-" + one.key();
            if (one.service() == service && !form.of(field).isEmpty()) {
                var yen = number(form.of(field));
                form.require(yen.isPresent(), field, "settlement.problem.yen");
                lines.add(new Line(one.part(), one.item(), yen.orElse(0)));
            }
        }
        if (service == Service.CHECKUP) {
            form.of("additional").lines().filter(line -> !line.isBlank()).forEach(line -> {
                var cells = List.of(line.strip().split("[\\s　,、]+"));
                var yen = cells.size() == 2 ? number(cells.getLast()) : OptionalLong.empty();
                var item = cells.getFirst();
                var isItem = item.matches("[0-9A-Z]{17}")
                        && lines.stream().noneMatch(other -> other.item().equals(item));
                form.require(isItem && yen.isPresent(), "additional", "settlement.problem.additional");
                lines.add(new Line(Part.ADDITIONAL, item, yen.orElse(0)));
            });
        }
        return lines;
    }

    private static List<Charge> charges(Typed form, Service service) {
        var charges = new ArrayList<Charge>();
        for (var part : Part.values()) {
            var kind = form.of("charge-" + part);
            var isOfService = (part == Part.GUIDANCE) == (service == Service.GUIDANCE);
            if (!kind.isEmpty() && isOfService) {
                form.require(kind.matches("[1-4]"), "charge-" + part, "settlement.problem.choice");
                var needsNumber = !kind.equals("1");
                var typed = number(form.of("number-" + part));
                form.require(!needsNumber || typed.isPresent(), "number-" + part, "settlement.problem.yen");
                var isRate = kind.equals("3");
                form.require(
                        !isRate || typed.orElse(0) <= Limits.PERCENT_HIGHEST,
                        "number-" + part,
                        "settlement.problem.percent");
                var most = form.of("most-" + part).isEmpty() ? OptionalLong.of(0) : number(form.of("most-" + part));
                form.require(most.isPresent(), "most-" + part, "settlement.problem.yen");
                var number = needsNumber ? typed.orElse(0) : 0;
                charges.add(Charge.ofPercent(part, kind, isRate ? 0 : number, isRate ? number : 0, most.orElse(0)));
            }
        }
        return charges;
    }

    /// The fields of shares by kind of guidance and stage.
    static List<String> shareFields() {
        return AgreedShare.LEVELS.stream()
                .flatMap(level -> AgreedShare.STAGES.stream().map(stage -> "share-%s-%s".formatted(level, stage)))
                .toList();
    }

    private static List<AgreedShare> shares(Typed form, Service service) {
        var shares = new ArrayList<AgreedShare>();
        for (var field : shareFields()) {
            if (service == Service.GUIDANCE && !form.of(field).isEmpty()) {
                var percent = number(form.of(field));
                form.require(
                        percent.isPresent() && percent.getAsLong() <= Limits.PERCENT_HIGHEST,
                        field,
                        "settlement.problem.percent");
                var parts = List.of(field.split("-"));
                shares.add(new AgreedShare(
                        parts.get(1), parts.get(2), (int) Math.min(percent.orElse(0), Limits.PERCENT_HIGHEST)));
            }
        }
        return shares;
    }

    /// A whole number as people type it: full width, with commas, with 円 behind.
    private static OptionalLong number(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[,\\s円%]", "");
        return text.matches("[0-9]{1,7}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
