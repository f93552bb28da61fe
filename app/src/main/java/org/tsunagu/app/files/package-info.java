/// Originals by content hash (原本).
@ApplicationModule(
        displayName = "Files 原本",
        allowedDependencies = {"access"})
@NullMarked
package org.tsunagu.app.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
