package org.tsunagu.rules.legal;

/// What an entry of the ledger of consents does (同意の行為).
public enum Act {
    /// Consent to the listed data until its end (同意).
    GIVE,
    /// Only the listed data from now on; never widens (範囲の縮小).
    NARROW,
    /// No more of the listed data; of all when none is listed (撤回・拒否).
    WITHDRAW,
    /// The time of a consent is over, written so that the ledger is complete by itself (期限満了).
    EXPIRE,
    /// Somebody may answer for the member; changes no right (代理人の登録).
    PROXY
}
