package org.tsunagu.checkupformat.document;

/// The facility's own reference range (基準範囲) as written; empty texts for what is not given.
public record ReferenceRange(String low, String lowUnit, String high, String highUnit) {}
