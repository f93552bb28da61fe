package org.tsunagu.app.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What was agreed with a facility (集合契約・個別契約): prices, what is paid at the counter, and what is demanded.
///
/// @param id 0 before it is kept
/// @param facility ten digits
/// @param commission 委託料単価区分: 1 individual, 2 group; empty for both
/// @param to last day; empty while it lasts
/// @param needsTicket whether nothing is paid without a ticket
/// @param completeOnly whether a checkup is paid only with all basic items
/// @param source the document that says so
/// @param prices by part and item
/// @param charges by part; a part that is not there is left to the ticket
/// @param shares of guidance; a kind and stage that is not there has the usual one
public record Contract(
        long id,
        Kind kind,
        String facility,
        String name,
        Service service,
        String commission,
        LocalDate from,
        Optional<LocalDate> to,
        boolean needsTicket,
        boolean completeOnly,
        String source,
        List<Line> prices,
        List<Charge> charges,
        List<AgreedShare> shares,
        Entered entered) {

    /// With whom it was made.
    public enum Kind {
        /// 集合契約, through whoever speaks for many facilities; paid through the payment agency.
        GROUP,
        /// 個別契約, with the facility itself.
        INDIVIDUAL
    }

    /// Who entered it when.
    public record Entered(String by, Optional<OffsetDateTime> at) {}

    Contract with(List<Line> itsPrices, List<Charge> itsCharges, List<AgreedShare> itsShares) {
        return new Contract(
                id,
                kind,
                facility,
                name,
                service,
                commission,
                from,
                to,
                needsTicket,
                completeOnly,
                source,
                itsPrices,
                itsCharges,
                itsShares,
                entered);
    }

    /// Whether it is about what a claim is for, on the day of its service.
    boolean isFor(FacilityClaim claim) {
        return service == claim.service()
                && (commission.isEmpty() || commission.equals(claim.commission()))
                && claim.day().filter(this::isOn).isPresent();
    }

    private boolean isOn(LocalDate day) {
        return !day.isBefore(from) && to.filter(last -> last.isBefore(day)).isEmpty();
    }

    /// Its name and period, as grounds keep them.
    String known() {
        return "%s %s/%s".formatted(name, from, to.map(LocalDate::toString).orElse(""));
    }

    /// The agreed price of a part and item.
    public Optional<Long> price(Part part, String item) {
        return prices.stream()
                .filter(line ->
                        line.part() == part && (part == Part.DOCK || line.item().equals(item)))
                .map(Line::yen)
                .findFirst();
    }

    /// The share agreed for a kind of guidance at a stage; empty for the usual one.
    Optional<Integer> share(String level, String stage) {
        return shares.stream()
                .filter(one -> one.level().equals(level) && one.stage().equals(stage))
                .map(AgreedShare::percent)
                .findFirst();
    }

    Optional<Charge> charge(Part part) {
        return charges.stream().filter(charge -> charge.part() == part).findFirst();
    }

    boolean hasPrices(List<Line> lines) {
        return lines.stream()
                .allMatch(line -> price(line.part(), line.item())
                        .filter(yen -> yen == line.yen())
                        .isPresent());
    }
}
