package org.tsunagu.claimsformat.allocation;

/// Sums of one classification by one method (医療費の集計): yen and claims by age band and group.
/// Exact, and of a size that does not grow with the claims.
public final class CostCells {

    private final long[][] yen;
    private final long[][] claims;

    CostCells(int bands, int groups) {
        this.yen = new long[bands][groups];
        this.claims = new long[bands][groups];
    }

    void addYen(int band, int group, long amount) {
        yen[band][group] += amount;
    }

    void addClaim(int band, int group) {
        claims[band][group]++;
    }

    /// Yen of a cell.
    public long yen(int band, int group) {
        return yen[band][group];
    }

    /// Claims of a cell; each claim counts once, so only where a method gives whole claims to one disease.
    public long claims(int band, int group) {
        return claims[band][group];
    }

    /// All yen.
    public long totalYen() {
        return total(yen);
    }

    /// All claims.
    public long totalClaims() {
        return total(claims);
    }

    /// Yen of a group in all bands.
    public long groupYen(int group) {
        var sum = 0L;
        for (var band : yen) {
            sum += band[group];
        }
        return sum;
    }

    private static long total(long[][] cells) {
        var sum = 0L;
        for (var band : cells) {
            for (var cell : band) {
                sum += cell;
            }
        }
        return sum;
    }
}
