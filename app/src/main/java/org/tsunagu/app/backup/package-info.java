/// One file with everything an installation holds, and the way back (バックアップと復元). Knows tables and files, not what they
/// mean.
@ApplicationModule(
        displayName = "Backup バックアップ",
        allowedDependencies = {})
@NullMarked
package org.tsunagu.app.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
