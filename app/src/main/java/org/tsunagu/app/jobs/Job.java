package org.tsunagu.app.jobs;

import org.tsunagu.app.access.InsurerId;

/// A piece of background work (処理).
///
/// @param kind which [JobHandler] does it
/// @param subject what it is about: the hash of a file, a month
/// @param step where the handler left off, in its own words
/// @param done and `total`: progress; total 0 when it is not known
public record Job(
        long id, InsurerId insurer, String kind, String subject, String state, String step, long done, long total) {}
