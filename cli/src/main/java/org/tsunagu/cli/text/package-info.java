/// Languages, sentences and streams of the command line (文言).
@NullMarked
package org.tsunagu.cli.text;

import org.jspecify.annotations.NullMarked;
