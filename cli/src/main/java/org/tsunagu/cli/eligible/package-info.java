/// The command `eligible`: who is a target and who is counted (対象者の判定).
@NullMarked
package org.tsunagu.cli.eligible;

import org.jspecify.annotations.NullMarked;
