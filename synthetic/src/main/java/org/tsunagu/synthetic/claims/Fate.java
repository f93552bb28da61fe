package org.tsunagu.synthetic.claims;

/// What becomes of a claim at the review body (審査の結果).
enum Fate {
    /// Paid as claimed.
    PAID,
    /// Cut (査定).
    REDUCED,
    /// Cut, with an instruction that points nowhere.
    BROKEN,
    /// Sent back to the provider and not paid (返戻).
    RETURNED,
    /// Came again after it had been sent back (再請求).
    RESENT
}
