package org.tsunagu.cli.report;

import org.tsunagu.charts.Markup;

/// One section of the page (節).
interface Section {

    /// Id of the section in the page, and the first part of its message keys.
    String id();

    /// Writes what stands below the heading.
    void write(Markup html);
}
