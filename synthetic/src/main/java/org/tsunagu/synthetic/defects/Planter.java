package org.tsunagu.synthetic.defects;

import java.util.Optional;

/// Puts one kind of defect into a document (不備の植え付け).
@FunctionalInterface
interface Planter {
    /// The document with the defect; empty when it does not lend itself to this one.
    Optional<Change> plant(Source source);
}
