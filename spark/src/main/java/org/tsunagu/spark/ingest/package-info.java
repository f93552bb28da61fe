/// Files as they come in become a mart (取り込み), side by side on as many machines as there are: read, checked and judged
/// by the
/// libraries that the application uses.
@org.jspecify.annotations.NullMarked
package org.tsunagu.spark.ingest;
