/// Background work: queue, steps, checkpoints, progress (バックグラウンド処理).
@ApplicationModule(
        displayName = "Jobs 処理",
        allowedDependencies = {"access"})
@NullMarked
package org.tsunagu.app.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
