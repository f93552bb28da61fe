package org.tsunagu.app.access;

import java.util.Set;

/// How an account stood at the log-in (ログイン時の状態).
///
/// @param version of the account; a session with an older one ends
/// @param strict insurers that want a second factor
record Standing(int version, boolean mustChangePassword, boolean hasFactor, Set<InsurerId> strict) {}
