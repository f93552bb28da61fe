package org.tsunagu.app.consent;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Statement.How;
import org.tsunagu.app.consent.Statement.Proxy;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.ConsentEvent;

/// Writes down that consents have ended (同意の期限満了), so that the ledger is complete by itself. No right depends on it: a
/// consent is over at its end, however late this runs.
@Component
class Expiry {

    private final Insurers insurers;
    private final TenantTransactions transactions;
    private final ConsentStore store;
    private final Consents consents;
    private final Clock clock;

    Expiry(
            Insurers insurers,
            TenantTransactions transactions,
            ConsentStore store,
            Consents consents,
            Clock clock) {
        this.insurers = insurers;
        this.transactions = transactions;
        this.store = store;
        this.consents = consents;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void everyTenMinutes() {
        insurers.all().forEach(insurer -> sweep(insurer.id()));
    }

    /// Done twice it does the same: the key of an entry is the consent that it ends.
    void sweep(InsurerId insurer) {
        var system = new Actor(0, "system", new Insurer(insurer, "", ""), Set.of());
        var now = OffsetDateTime.now(clock);
        for (var member : transactions.in(insurer, () -> store.ended(now))) {
            transactions.run(insurer, () -> store.of(member).stream()
                    .map(LedgerEntry::event)
                    .filter(event -> event.act() == Act.GIVE)
                    .filter(event ->
                            event.until().filter(until -> !until.isAfter(now)).isPresent())
                    .forEach(event -> consents.say(system, end(member, event))));
        }
    }

    private Statement end(long member, ConsentEvent given) {
        var key = "expire/" + given.id();
        return new Statement(
                new MemberId(member),
                Act.EXPIRE,
                given.purpose(),
                given.recipient(),
                given.classes(),
                LocalDate.ofInstant(given.until().orElseThrow().toInstant(), clock.getZone()),
                Optional.empty(),
                new How(Asked.SYSTEM, Proxy.NOBODY, "", "", "ja", ""),
                given.id(),
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
    }
}
