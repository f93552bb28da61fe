/// The command line (コマンド): check, judge, explain, synthesize, demo.
@NullMarked
package org.tsunagu.cli;

import org.jspecify.annotations.NullMarked;
