package org.tsunagu.app.access;

/// Somebody tried to log in (ログインの試み).
///
/// @param staffId 0 when there is no such person
public record LoggedIn(long staffId, Accounts.Verdict verdict) {}
