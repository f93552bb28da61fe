/// Linking two CSV files (名寄せ).
@NullMarked
package org.tsunagu.cli.link;

import org.jspecify.annotations.NullMarked;
