package org.tsunagu.claimsformat.disease;

import java.util.Optional;
import org.tsunagu.claimsformat.master.Resolved.How;

/// What the masters and classes say of a disease of a claim (傷病の解決結果).
///
/// @param name with its modifiers, as people read it
/// @param icd10 the underlying disease by the master; empty when there is none
/// @param middle its middle class, or the bucket of what has none
/// @param lifestyle its group among the 14 lifestyle diseases
/// @param how by which step its code was found in the masters
public record Disease(
        String name, String icd10, Group middle, Optional<Group> lifestyle, boolean isSuspected, How how) {}
