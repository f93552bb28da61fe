package org.tsunagu.checkupformat.document;

/// What one XML file of an exchange is (受領ファイル).
public sealed interface ReceivedFile permits CheckupDocument, GuidanceDocument, Index, Summary, Claim {

    /// Name of the kind in the national format: `hc08`, `hg08`, `ix08`, `su08`, `cc08`, `gc08`.
    String kind();
}
