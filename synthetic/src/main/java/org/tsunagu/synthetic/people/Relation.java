package org.tsunagu.synthetic.people;

/// What somebody is to the insured person of the household (続柄).
public enum Relation {
    /// 本人.
    SELF,
    /// 配偶者.
    SPOUSE,
    /// 子.
    CHILD
}
