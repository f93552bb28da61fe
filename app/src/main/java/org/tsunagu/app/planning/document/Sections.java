package org.tsunagu.app.planning.document;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.codes.time.PlanPeriod;

/// The sections into which plans are divided (計画書の構成).
@Service
public class Sections {

    private final Outline outline = Outline.shipped();

    /// Those of a period in their order; none where no plan is laid out for it.
    public List<Section> of(PlanPeriod period) {
        return outline.of(period);
    }

    /// One of a period.
    public Optional<Section> find(PlanPeriod period, String key) {
        return outline.find(period, key);
    }
}
