/// The command `plan`: planned numbers and their totals (実施予定者数).
@NullMarked
package org.tsunagu.cli.plan;

import org.jspecify.annotations.NullMarked;
