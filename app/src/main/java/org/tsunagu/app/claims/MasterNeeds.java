package org.tsunagu.app.claims;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.claimsformat.claim.DiseaseRow;
import org.tsunagu.claimsformat.disease.Bucket;
import org.tsunagu.claimsformat.master.Edition;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterTexts;

/// Which masters the claims in force need, and what is missing (必要なマスター), for the current insurer.
@Service
public class MasterNeeds {

    private static final int MOST_CODES = 50;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final LoadedMasters masters;

    MasterNeeds(JdbcClient jdbc, TenantTransactions transactions, LoadedMasters masters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.masters = masters;
    }

    /// A code that no loaded edition knows (未解決コード).
    public record Unknown(String code, int uses) {}

    /// How a master stands.
    ///
    /// @param uses how often claims in force name a code of it
    /// @param unknown codes that are not known, the most frequent first; all of them when nothing is loaded
    public record Need(MasterKind kind, List<Edition> editions, long uses, long unknownUses, List<Unknown> unknown) {

        /// Whether claims need it and nothing is loaded.
        public boolean isMissing() {
            return editions.isEmpty() && uses > 0;
        }
    }

    /// Every master, those first that diseases and drugs need.
    public List<Need> all() {
        Map<MasterKind, List<Edition>> editions = new EnumMap<>(MasterKind.class);
        masters.editions()
                .forEach(edition -> editions.computeIfAbsent(edition.kind(), first -> new ArrayList<>())
                        .add(edition));
        return transactions.inCurrent(() -> {
            var needs = new ArrayList<Need>();
            for (var kind : MasterKind.values()) {
                var loaded = editions.getOrDefault(kind, List.of());
                needs.add(
                        switch (kind) {
                            case DISEASE ->
                                need(
                                        kind,
                                        loaded,
                                        "claims.claim_disease",
                                        "x.code <> '%s'".formatted(DiseaseRow.UNCODED),
                                        "x.class121 = '%s'"
                                                .formatted(Bucket.UNRESOLVED
                                                        .group()
                                                        .code()));
                            case DRUG -> need(kind, loaded, "claims.claim_drug", "true", "x.name = ''");
                            case ABOLISHED_DISEASE, MODIFIER, ACT, MATERIAL, COMMENT, TOOTH, DISPENSING_ACT ->
                                new Need(kind, loaded, loaded.isEmpty() ? missed(kind) : 0, 0, List.of());
                        });
            }
            return needs;
        });
    }

    /// Codes of acts, materials and so on are not kept: how many were needed is what the findings say.
    private long missed(MasterKind kind) {
        return jdbc.sql("select coalesce(sum((arguments ->> 'count')::bigint), 0) from claims.finding"
                        + " where code = 'CLM-MASTER-MISSING' and arguments ->> 'kind' = :kind")
                .param("kind", MasterTexts.in(Locale.JAPANESE).name(kind))
                .query(Long.class)
                .single();
    }

    private Need need(MasterKind kind, List<Edition> loaded, String table, String used, String unknown) {
        var codes = new ArrayList<Unknown>();
        var uses = new long[2];
        // Once over the table: there are millions of rows, and some thousand codes.
        jdbc.sql("select x.code, count(*), count(*) filter (where " + unknown + ") from " + table
                        + " x where x.claim_id in (select id from claims.counted) and " + used
                        + " group by x.code order by 3 desc, 1")
                .query(row -> {
                    uses[0] += row.getLong(2);
                    uses[1] += row.getLong(3);
                    if (row.getInt(3) > 0 && codes.size() < MOST_CODES) {
                        codes.add(new Unknown(row.getString(1), row.getInt(3)));
                    }
                });
        return new Need(kind, loaded, uses[0], uses[1], codes);
    }
}
