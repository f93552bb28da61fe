package org.tsunagu.app.analytics;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.tsunagu.app.analytics.ClaimReader.Disease;
import org.tsunagu.app.analytics.ClaimReader.Joined;
import org.tsunagu.app.analytics.ClaimReader.Paid;
import org.tsunagu.app.analytics.Marts.Tally;
import org.tsunagu.app.analytics.PersonKeys.Keyed;
import org.tsunagu.claimsformat.allocation.LargestRemainder;
import org.tsunagu.claimsformat.disease.Bucket;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.measures.mart.MartBuild;
import org.tsunagu.measures.mart.MartRows;
import org.tsunagu.measures.mart.Partition;

/// Writes the claims of a fiscal year and what each disease bears of them into the mart
/// (レセプトの書き込み). The shares of a claim always add up to it: dispensing is borne by the diseases for
/// which it was prescribed, and what has no disease by a bucket.
@Component
class MartClaims {

    /// Changes whenever something else is written from the same claims.
    private static final String FORM = "1";

    private final ClaimReader reader;

    MartClaims(ClaimReader reader) {
        this.reader = reader;
    }

    /// The part of a mart that is written.
    record Target(FiscalYear year, String insurer, Keyed ids, MartBuild mart, Tally tally) {
        Partition of(String table) {
            return new Partition(table, insurer, year.year());
        }

        String person(Paid claim) {
            return claim.memberId() == 0 ? "" : ids.id(claim.memberId());
        }
    }

    /// A disease or bucket with the yen it bears of a claim.
    private record Share(String class121, String lifestyle14, boolean isSuspected, boolean isMain, long yen) {

        static Share of(Disease disease, long yen) {
            return new Share(disease.class121(), disease.lifestyle14(), disease.isSuspected(), disease.isMain(), yen);
        }

        static Share of(Bucket bucket, long yen) {
            return new Share(bucket.group().code(), "", false, true, yen);
        }
    }

    void write(Target to) throws IOException, SQLException {
        var claims = reader.state(to.year());
        if (claims.isEmpty()) {
            // No partition: a year without claims is not a year that cost nothing.
            return;
        }
        var state = FORM + "/" + claims;
        if (to.mart().keep(to.of("claim"), state) && to.mart().keep(to.of("claim_disease"), state)) {
            to.tally().kept += 2;
            return;
        }
        try (var rows = to.mart().write(to.of("claim"), state)) {
            reader.each(to.year(), each(claim -> claim(to, claim, rows)));
        }
        try (var rows = to.mart().write(to.of("claim_disease"), state)) {
            reader.each(to.year(), each(claim -> diseases(to, claim, rows)));
        }
        to.tally().written += 2;
    }

    private interface Writing {
        void write(Paid claim) throws SQLException;
    }

    /// A row that cannot be written ends the making.
    private static Consumer<Paid> each(Writing writing) {
        return claim -> {
            try {
                writing.write(claim);
            } catch (SQLException e) {
                throw new IllegalStateException("a claim could not be written into the mart", e);
            }
        };
    }

    private static void claim(Target to, Paid claim, MartRows rows) throws SQLException {
        var main = main(claim);
        rows.row()
                .big(claim.id())
                .text(to.person(claim))
                .text(to.insurer())
                .number(to.year().year())
                .number(Integer.parseInt(
                        claim.careMonth().toString().replace("-", "").substring(0, 6)))
                .text(claim.kind())
                .truth(claim.isInpatient())
                .number(claim.days())
                .big(claim.yen())
                .text(main.class121())
                .text(main.lifestyle14());
    }

    /// The main disease of the claim; of dispensing that of the prescriber with the most points.
    private static Share main(Paid claim) {
        var diseases = claim.joined().stream()
                .max(Comparator.comparingLong(Joined::points))
                .map(Joined::diseases)
                .orElse(claim.diseases());
        return diseases.stream()
                .filter(Disease::isMain)
                .findFirst()
                .map(disease -> Share.of(disease, 0))
                .orElseGet(() -> Share.of(without(claim), 0));
    }

    private static Bucket without(Paid claim) {
        return claim.kind().equals("PHA") && claim.joined().isEmpty() ? Bucket.PHA_UNMATCHED : Bucket.NODISEASE;
    }

    private static void diseases(Target to, Paid claim, MartRows rows) throws SQLException {
        var seq = 0;
        for (var share : shares(claim)) {
            seq++;
            rows.row()
                    .big(claim.id())
                    .text(to.person(claim))
                    .text(to.insurer())
                    .number(to.year().year())
                    .number(seq)
                    .text(share.class121())
                    .text(share.lifestyle14())
                    .truth(share.isSuspected())
                    .big(share.yen());
        }
    }

    private static List<Share> shares(Paid claim) {
        var shares = new ArrayList<Share>();
        for (var joined : claim.joined()) {
            split(joined.points() * claim.yenPerPoint(), joined.diseases(), shares);
        }
        if (!claim.diseases().isEmpty()) {
            own(claim, shares);
        }
        var rest = claim.yen() - shares.stream().mapToLong(Share::yen).sum();
        if (rest != 0 || shares.isEmpty()) {
            var bucket = claim.kind().equals("PHA") ? Bucket.PHA_UNMATCHED : Bucket.NODISEASE;
            shares.add(Share.of(bucket, rest));
        }
        return shares;
    }

    /// The shares as they were shared out; before that, the same for each.
    private static void own(Paid claim, List<Share> shares) {
        var isShared = claim.diseases().stream().mapToLong(Disease::yen).sum() == claim.yen();
        if (isShared) {
            claim.diseases().forEach(disease -> shares.add(Share.of(disease, disease.yen())));
        } else {
            split(claim.yen(), claim.diseases(), shares);
        }
    }

    private static void split(long yen, List<Disease> diseases, List<Share> shares) {
        if (diseases.isEmpty()) {
            shares.add(Share.of(Bucket.NODISEASE, yen));
            return;
        }
        var weights = diseases.stream()
                .mapToLong(disease -> Math.max(0, disease.points()))
                .toArray();
        var parts = LargestRemainder.split(yen, weights);
        for (var i = 0; i < parts.length; i++) {
            shares.add(Share.of(diseases.get(i), parts[i]));
        }
    }
}
