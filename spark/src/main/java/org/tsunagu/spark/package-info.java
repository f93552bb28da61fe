/// The same reading and counting over a nation, on Apache Spark (全国規模の集計). Nothing else may depend on this module; it
/// meets the others only in the files of the mart.
@org.jspecify.annotations.NullMarked
package org.tsunagu.spark;
