package org.tsunagu.app.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.app.guidance.CourseDue;
import org.tsunagu.app.intake.Document;
import org.tsunagu.app.intake.ReceivedDocuments.Finding;

/// A claim that is in order, and what a case changes in it.
final class ClaimCase {

    static final LocalDate DAY = LocalDate.parse("2024-05-10");
    private static final String OURS = "99400301";
    private static final Charge TENTH = new Charge(Part.BASIC, "3", 0, 10000, 0);
    String insurer = OURS;
    String ticket = "24100000037";
    String returned = "";
    long member = 7;
    int rate = -1;
    String timing = "";
    Service service = Service.CHECKUP;
    List<Line> lines = List.of(new Line(Part.BASIC, "", 4800), new Line(Part.DETAILED, "2", 1500));
    Charge charge = TENTH;
    Optional<String> status = Optional.of("ACCEPTED");
    String match = "NUMBER";
    List<Finding> findings = List.of();
    boolean isCovered = true;
    Optional<List<String>> missing = Optional.of(List.of());
    boolean hasLedger = true;
    Optional<TicketOnFile> onFile = Optional.of(new TicketOnFile(7, Set.of(Service.CHECKUP), "", List.of(TENTH)));
    Optional<CourseDue> course = Optional.empty();
    List<Contract> contracts = List.of(contract(true));
    long paid;
    long unit = 6300;

    ClaimCase with(String what) {
        switch (what) {
            case "nothing" -> {}
            case "another insurer" -> insurer = "99400319";
            case "a number without its zeros" -> insurer = "00" + OURS;
            case "returned by the agency" -> returned = "9-05";
            case "returned by an insurer" -> returned = "10-01";
            case "a wrong form" -> findings = List.of(new Finding("CHK-XML-016", true));
            case "a warning only" -> findings = List.of(new Finding("CHK-XML-004", false));
            case "a wrong sum" -> findings = List.of(new Finding("CHK-CLM-005", true));
            case "another person than the result" -> findings = List.of(new Finding("CHK-CLM-008", true));
            case "no result" -> status = Optional.empty();
            case "a refused result" -> status = Optional.of("REJECTED");
            case "nobody's number" -> member = 0;
            case "a result that waits for its person" -> {
                member = 0;
                match = "DOUBTFUL";
            }
            case "left before" -> isCovered = false;
            case "missing items" -> missing = Optional.of(List.of("lipids"));
            case "a result not kept" -> missing = Optional.empty();
            case "no ticket number" -> ticket = "";
            case "a ticket not in the ledger" -> onFile = Optional.empty();
            case "no ledger" -> hasLedger = false;
            case "somebody else's ticket" -> onFile = Optional.of(onFile(8, Service.CHECKUP, ""));
            case "a guidance ticket" -> onFile = Optional.of(onFile(7, Service.GUIDANCE, ""));
            case "an expired ticket" -> onFile = Optional.of(onFile(7, Service.CHECKUP, "EXPIRED"));
            case "a void ticket" -> onFile = Optional.of(onFile(7, Service.CHECKUP, "VOID"));
            case "no contract" -> contracts = List.of();
            case "a contract of another year" -> contracts = List.of(ended());
            case "a wrong price" -> lines = List.of(new Line(Part.BASIC, "", 4900));
            case "an item not agreed" -> lines = List.of(new Line(Part.ADDITIONAL, "3F050000002327101", 300));
            case "another charge" -> charge = new Charge(Part.BASIC, "1", 0, 0, 0);
            case "paid before" -> paid = 3;
            default -> throw new IllegalArgumentException(what);
        }
        return this;
    }

    Known known() {
        var claim = new FacilityClaim(
                9,
                1,
                "R/CLAIMS/c1.xml",
                "cc08",
                service,
                "9911000017",
                insurer,
                ticket,
                "",
                "1",
                timing,
                "1",
                rate,
                new FacilityClaim.Amounts(unit, 630, 0, 5670),
                returned,
                member,
                "",
                5,
                status.map(any -> DAY),
                FacilityClaim.State.OPEN,
                "",
                false,
                0,
                0,
                1,
                lines,
                List.of(charge));
        var result = status.map(one -> new Document(
                5,
                1,
                "R/DATA/h1.xml",
                "hc08",
                one,
                match,
                member,
                Optional.of(DAY),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                1,
                ""));
        return new Known(
                claim, OURS, result, findings, List.of(), isCovered, missing, hasLedger, onFile, course, contracts,
                paid);
    }

    private static TicketOnFile onFile(long owner, Service serves, String problem) {
        return new TicketOnFile(owner, Set.of(serves), problem, List.of(TENTH));
    }

    static Contract contract(boolean needsTicket) {
        return contract(
                needsTicket,
                Optional.empty(),
                List.of(new Line(Part.BASIC, "", 4800), new Line(Part.DETAILED, "2", 1500)),
                Service.CHECKUP);
    }

    private static Contract ended() {
        return contract(true, Optional.of(DAY.minusDays(1)), List.of(new Line(Part.BASIC, "", 4800)), Service.CHECKUP);
    }

    private static Contract contract(boolean needsTicket, Optional<LocalDate> to, List<Line> prices, Service service) {
        return new Contract(
                4,
                Contract.Kind.GROUP,
                "9911000017",
                "見本健診センター",
                service,
                "",
                LocalDate.parse("2023-04-01"),
                to,
                needsTicket,
                true,
                "契約書",
                prices,
                List.of(TENTH),
                List.of(),
                new Contract.Entered("", Optional.empty()));
    }

    static ClaimCase guidance(String timing, int rate) {
        var one = new ClaimCase();
        one.service = Service.GUIDANCE;
        one.timing = timing;
        one.rate = rate;
        one.lines = List.of(new Line(Part.GUIDANCE, "1", 20000));
        one.onFile = Optional.of(new TicketOnFile(7, Set.of(Service.GUIDANCE), "", List.of()));
        one.contracts = List.of(contract(true, Optional.empty(), one.lines, Service.GUIDANCE));
        return one;
    }
}
