package org.tsunagu.synthetic.checkups;

/// What guidance in earlier years has changed (保健指導の効果).
///
/// @param waist cm
/// @param weight kg
record GuidanceEffect(double waist, double weight) {
    static final GuidanceEffect NONE = new GuidanceEffect(0, 0);

    GuidanceEffect plus(GuidanceEffect other, double share) {
        return new GuidanceEffect(waist + share * other.waist, weight + share * other.weight);
    }
}
