package org.tsunagu.claimsformat.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All payers of a claim (保険者と公費). Points of public payers are a part of the insurance's or overlap with it: they are
/// never added.
///
/// @param insurance empty for claims on public payers alone
public record Headers(Optional<Header> insurance, List<Header> publicPayers) {

    /// The payer whose points and days are the claim's: the insurance, else the first public payer.
    public Optional<Header> leading() {
        return insurance.or(() -> publicPayers.stream().findFirst());
    }

    /// Whether public payers alone pay (公費単独).
    public boolean isPublicOnly() {
        return insurance.isEmpty() && !publicPayers.isEmpty();
    }

    /// All of them, the insurance first.
    public Stream<Header> all() {
        return Stream.concat(insurance.stream(), publicPayers.stream());
    }

    /// How many there are.
    public int count() {
        return publicPayers.size() + (insurance.isPresent() ? 1 : 0);
    }

    /// Points of the claim (合計点数), yen for nursing.
    public long points() {
        return leading().map(Header::points).orElse(0L);
    }

    /// Days of care.
    public int days() {
        return leading().map(Header::days).orElse(0);
    }

    /// Yen of meals.
    public long mealYen() {
        return leading().map(Header::mealYen).orElse(0L);
    }
}
