package org.tsunagu.app.settlement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.settlement.FacilityClaim.State;
import org.tsunagu.app.settlement.Ground.Outcome;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// What the tests of settlement do in an office.
final class Settling {

    static final YearMonth MONTH = YearMonth.now(ZoneId.of("Asia/Tokyo"));
    private static final int PEOPLE = 6;

    private Settling() {}

    static Insurer insurer(Office office, Path folder, String number, UnaryOperator<String> register)
            throws IOException {
        var insurer = office.insurer(number);
        Office.files(folder, number, 400, 1, 0);
        var members = Files.readString(folder.resolve("members.csv"));
        office.register(insurer, register.apply(members).getBytes(StandardCharsets.UTF_8), true);
        return insurer;
    }

    static List<CheckupDocument> documents(Path folder) {
        return ClaimArchive.documents(folder, PEOPLE);
    }

    static String facility(CheckupDocument document) {
        return document.header().performer().number().text();
    }

    static Contract contract(String facility, boolean needsTicket) {
        var prices = Stream.concat(
                        Stream.of(new Line(Part.BASIC, "", ClaimArchive.BASIC)),
                        Stream.of("1", "2", "3", "4").map(item -> new Line(Part.DETAILED, item, ClaimArchive.DETAIL)))
                .toList();
        return new Contract(
                0,
                Contract.Kind.GROUP,
                facility,
                "見本健診センター",
                Service.CHECKUP,
                "",
                LocalDate.parse("2020-04-01"),
                Optional.empty(),
                needsTicket,
                false,
                "集合契約書",
                prices,
                List.of(new Charge(Part.BASIC, "3", 0, 10000, 0)),
                List.of(),
                new Contract.Entered("", Optional.empty()));
    }

    static void agree(Office office, Insurer insurer, Contract contract) {
        office.as(insurer, Role.CLERK, () -> {
            office.bean(Contracts.class).add(List.of(contract), UUID.randomUUID());
            return 0;
        });
    }

    static void receive(Office office, Insurer insurer, Path archive) {
        office.receive(insurer, archive);
        office.waitForJobs(insurer);
    }

    static List<FacilityClaim> claims(Office office, Insurer insurer, State state) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Claims.class).of(state, Long.MAX_VALUE, 100));
    }

    static List<Payment> payments(Office office, Insurer insurer) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Payments.class).in(MONTH));
    }

    static Decisions.Decision latest(Office office, Insurer insurer, FacilityClaim claim) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Decisions.class).of(claim.id()))
                .getFirst();
    }

    static Decisions.Result decide(Office office, Insurer insurer, long id, Outcome outcome, String reason) {
        return office.as(insurer, Role.CLERK, () -> {
            var version = office.bean(Claims.class).find(id).orElseThrow().version();
            return office.bean(Decisions.class).byStaff(id, version, outcome, reason, "電話で確認");
        });
    }

    static List<Rule> failing(Decisions.Decision decision) {
        return decision.grounds().stream()
                .filter(ground -> ground.holds() != Ground.Holds.YES)
                .map(Ground::rule)
                .toList();
    }

    static String ended(String line, List<String> headings, String number, String branch, LocalDate last) {
        var cells = line.split(",", -1);
        if (cells[headings.indexOf("number")].equals(number) && cells[headings.indexOf("branch")].equals(branch)) {
            cells[headings.indexOf("covered_to")] = last.toString();
        }
        return String.join(",", cells);
    }
}
