/// What modules tell about the records they keep, for whoever deletes what was kept long enough (記録の保存の取り決め).
@ApplicationModule(
        displayName = "Keeping 記録の保存",
        allowedDependencies = {})
@NullMarked
package org.tsunagu.app.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
