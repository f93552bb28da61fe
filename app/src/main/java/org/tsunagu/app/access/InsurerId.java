package org.tsunagu.app.access;

/// The tenant (保険者の内部番号); the official number is a column of it.
public record InsurerId(int value) {

    /// The installation itself, for what belongs to no insurer: log-ins, users, back-ups.
    public static final InsurerId INSTALLATION = new InsurerId(0);
}
