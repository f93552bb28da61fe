package org.tsunagu.rules.rewards;

/// What points are given for (ポイントの交換先).
public enum Reward {
    GOODS,
    SERVICE,
    DONATION,
    COUPON,
    CASH;

    /// Whether it is money, or as good as money (換金性が高い).
    public boolean isCashLike() {
        return this == COUPON || this == CASH;
    }
}
