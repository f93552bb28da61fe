package org.tsunagu.claimsformat.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.claimsformat.disease.Bucket;
import org.tsunagu.claimsformat.disease.Disease;
import org.tsunagu.claimsformat.disease.DiseaseClasses;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.claimsformat.disease.LifestyleDiseases;
import org.tsunagu.claimsformat.disease.SmallClasses;
import org.tsunagu.codes.table.Correction;

/// The classifications that cost is shown by (費用の分類), their groups counted from 0: the middle
/// classes with the buckets of what has none, the 14 lifestyle diseases, and the reconstructed small
/// classes.
public final class CostGroups {

    private final List<Group> middle;
    private final List<Group> lifestyle;
    private final List<Group> small;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final SmallClasses smallClasses;

    /// Reads the tables.
    public CostGroups(List<Correction> corrections) {
        this.smallClasses = new SmallClasses(corrections);
        this.middle = numbered(
                DiseaseClasses.of121(corrections).groups(),
                List.of(
                        Bucket.NODISEASE,
                        Bucket.UNCODED,
                        Bucket.NOICD,
                        Bucket.UNRESOLVED,
                        Bucket.UNCLASSIFIED,
                        Bucket.PHA_UNMATCHED));
        this.lifestyle = numbered(new LifestyleDiseases(corrections).groups(), List.of());
        this.small = numbered(smallClasses.groups(), List.of());
    }

    private List<Group> numbered(List<Group> groups, List<Bucket> buckets) {
        var all = new ArrayList<>(groups);
        buckets.forEach(bucket -> all.add(bucket.group()));
        for (var i = 0; i < all.size(); i++) {
            numbers.put(all.get(i).row(), i);
        }
        all.add(Bucket.OTHER.group());
        return List.copyOf(all);
    }

    /// A way to classify (分類の種類).
    public enum Kind {
        /// The 14 lifestyle diseases.
        LIFESTYLE14(0),
        /// The middle classes.
        CLASS121(1),
        /// The reconstruction of the 82 small classes, always unconfirmed.
        SMALL82(2);

        private final int index;

        Kind(int index) {
            this.index = index;
        }

        /// Its place among the numbers of a disease.
        int index() {
            return index;
        }
    }

    /// The groups of a classification; the last one is what it does not have.
    public List<Group> of(Kind kind) {
        return switch (kind) {
            case LIFESTYLE14 -> lifestyle;
            case CLASS121 -> middle;
            case SMALL82 -> small;
        };
    }

    /// The number of a bucket among the middle classes.
    int middle(Bucket bucket) {
        return number(bucket.group(), middle);
    }

    /// The numbers of a disease by kind.
    ///
    /// @param isOnDialysis whether its claim shows dialysis
    int[] numbers(Disease disease, boolean isOnDialysis) {
        return new int[] {
            disease.lifestyle().map(group -> number(group, lifestyle)).orElse(lifestyle.size() - 1),
            number(disease.middle(), middle),
            smallClasses
                    .find(disease.icd10(), isOnDialysis)
                    .map(group -> number(group, small))
                    .orElse(small.size() - 1),
        };
    }

    /// The numbers of what is no disease, by kind.
    int[] numbers(Bucket bucket) {
        return new int[] {lifestyle.size() - 1, middle(bucket), small.size() - 1};
    }

    private int number(Group group, List<Group> groups) {
        return numbers.getOrDefault(group.row(), groups.size() - 1);
    }
}
