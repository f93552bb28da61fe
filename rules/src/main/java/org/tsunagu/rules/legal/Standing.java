package org.tsunagu.rules.legal;

/// How a person stands to a use of data, by what has been said (本人の意思の現在).
public enum Standing {
    /// Nothing was said (意思表示なし).
    UNSAID,
    /// Consent was given and lasts (同意中).
    GIVEN,
    /// Refused, narrowed so that this is outside, or taken back (拒否・撤回).
    DENIED,
    /// Consent was given, and its time is over (期限切れ).
    EXPIRED
}
