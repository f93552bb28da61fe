package org.tsunagu.synthetic;

/// Which claims are written beside the checkups (レセプトの作成).
public enum Claims {
    /// None.
    NONE,
    /// As insurers receive them.
    RECEIVED,
    /// As insurers receive them and as providers send them.
    SUBMITTED
}
