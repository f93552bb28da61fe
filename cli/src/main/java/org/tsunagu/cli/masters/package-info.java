/// The command `masters`: official files into the store, and what is in it (マスターの管理).
@NullMarked
package org.tsunagu.cli.masters;

import org.jspecify.annotations.NullMarked;
