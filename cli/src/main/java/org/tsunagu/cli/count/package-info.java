/// Figures over many people as CSV (指標の集計).
@org.jspecify.annotations.NullMarked
package org.tsunagu.cli.count;
