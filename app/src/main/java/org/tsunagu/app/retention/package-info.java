/// How long records are kept, and what is deleted when their time is over (保存期間と削除).
@ApplicationModule(
        displayName = "Retention 保存期間",
        allowedDependencies = {"access", "keeping", "audit", "ui", "files", "jobs", "membership", "consent"})
@NullMarked
package org.tsunagu.app.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
