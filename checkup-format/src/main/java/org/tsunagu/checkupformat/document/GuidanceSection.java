package org.tsunagu.checkupformat.document;

import java.util.List;

/// A section of a guidance document (セクション) with its acts in the order written.
///
/// @param code `90010` to `90080`
public record GuidanceSection(Field code, List<GuidanceAct> acts) {}
