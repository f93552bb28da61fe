/// What the command `check` hands on from step to step (点検).
@NullMarked
package org.tsunagu.cli.check;

import org.jspecify.annotations.NullMarked;
