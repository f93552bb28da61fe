package org.tsunagu.checkupformat.document;

import java.util.List;

/// A section of a guidance document (セクション) with its acts in the order written.
///
/// @param code `90010` to `90080`
public record GuidanceSection(Field code, List<GuidanceAct> acts) {

    /// Common to the document (保健指導情報共通).
    public static final String COMMON = "90010";

    /// First part of a split first interview (初回面接①).
    public static final String FIRST_PART = "90020";

    /// First interview (初回面接).
    public static final String FIRST = "90030";

    /// Continued support (継続的支援).
    public static final String SUPPORT = "90040";

    /// Interim evaluation (中間評価).
    public static final String INTERIM = "90050";

    /// Final evaluation (実績評価).
    public static final String FINAL = "90060";

    /// Totals of plan and acts (計画・実績の合計).
    public static final String TOTALS = "90070";

    /// Who guided (指導機関情報).
    public static final String FACILITIES = "90080";
}
