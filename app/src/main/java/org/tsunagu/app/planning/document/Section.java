package org.tsunagu.app.planning.document;

import java.util.Optional;
import org.tsunagu.codes.table.Certainty;

/// A section of a plan (章・節).
///
/// @param level 1 for a chapter
/// @param table what it shows after its text
/// @param standing text that stands where the insurer has not written its own, a paragraph a line
/// @param certainty of the least certain paragraph of that text
public record Section(
        String key,
        String number,
        int level,
        String title,
        Optional<Content> table,
        String standing,
        Certainty certainty) {

    /// The tables of a plan (計画書の表).
    public enum Content {
        POPULATION,
        CHECKUP_RATES,
        GUIDANCE_RATES,
        TARGETS,
        PLANNED_BY_YEAR,
        PLANNED,
        GUIDED
    }

    /// Number and title, as the heading reads.
    public String heading() {
        return number + "　" + title;
    }
}
