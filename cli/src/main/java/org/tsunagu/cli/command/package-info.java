/// The commands and their options (コマンド).
@NullMarked
package org.tsunagu.cli.command;

import org.jspecify.annotations.NullMarked;
