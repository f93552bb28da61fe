package org.tsunagu.app.membership;

/// A member (加入者の内部番号).
public record MemberId(long value) {}
