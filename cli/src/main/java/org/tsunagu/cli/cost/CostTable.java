package org.tsunagu.cli.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tsunagu.claimsformat.allocation.AgeBands.Band;
import org.tsunagu.claimsformat.allocation.CostCells;
import org.tsunagu.claimsformat.allocation.CostColumn;
import org.tsunagu.claimsformat.allocation.CostGroups;
import org.tsunagu.claimsformat.allocation.CostResult;
import org.tsunagu.claimsformat.allocation.CostSettings;
import org.tsunagu.claimsformat.allocation.Method;
import org.tsunagu.claimsformat.disease.Group;

/// One classification by one method as it is shown (年齢階層×疾病の表): the groups that have something,
/// and the bands.
///
/// @param groups numbers of the groups shown; what the classification does not have is not among them
record CostTable(
        CostGroups.Kind kind,
        Method method,
        List<Integer> groups,
        List<Integer> bands,
        CostSettings settings,
        CostCells cells) {

    /// The table of a result. The 14 lifestyle diseases and the printed bands are shown whatever they hold.
    static CostTable of(CostGroups.Kind kind, Method method, CostSettings settings, CostResult result) {
        var cells = result.cells(kind, method);
        var all = settings.groups().of(kind);
        var groups = IntStream.range(0, all.size() - 1)
                .filter(group -> kind == CostGroups.Kind.LIFESTYLE14 || cells.groupYen(group) != 0)
                .boxed()
                .toList();
        var bands = new ArrayList<Integer>();
        for (var band = 0; band < settings.bands().all().size(); band++) {
            if (isPrinted(settings.bands().all().get(band)) || isFilled(cells, band, all.size())) {
                bands.add(band);
            }
        }
        return new CostTable(kind, method, groups, List.copyOf(bands), settings, cells);
    }

    private static boolean isPrinted(Band band) {
        return band.block() <= 2;
    }

    private static boolean isFilled(CostCells cells, int band, int groups) {
        return IntStream.range(0, groups).anyMatch(group -> cells.yen(band, group) != 0);
    }

    Group group(int number) {
        return settings.groups().of(kind).get(number);
    }

    /// The number of what the classification does not have.
    int other() {
        return settings.groups().of(kind).size() - 1;
    }

    Band band(int number) {
        return settings.bands().all().get(number);
    }

    /// The cost of a band in thousand yen.
    CostColumn cost(int band) {
        return CostColumn.inThousands(
                groups.stream().mapToLong(group -> cells.yen(band, group)).toArray());
    }

    /// The claims of a band.
    CostColumn claims(int band) {
        return CostColumn.of(
                groups.stream().mapToLong(group -> cells.claims(band, group)).toArray());
    }

    /// Yen of a band in the groups shown.
    long yen(int band) {
        return groups.stream().mapToLong(group -> cells.yen(band, group)).sum();
    }
}
