/// The command line (コマンド): check, judge, explain, link, synthesize.
@NullMarked
package org.tsunagu.cli;

import org.jspecify.annotations.NullMarked;
