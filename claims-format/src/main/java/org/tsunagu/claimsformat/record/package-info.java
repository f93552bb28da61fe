/// Records of claim files (レコード): layouts, bytes, encodings, dates, and which files of a delivery are claims.
@NullMarked
package org.tsunagu.claimsformat.record;

import org.jspecify.annotations.NullMarked;
