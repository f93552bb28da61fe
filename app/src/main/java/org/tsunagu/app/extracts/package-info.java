/// De-identified extracts for studies (匿名化した抽出): asked for, released by a second person, made, taken out once.
@ApplicationModule(
        displayName = "Extracts 分析用データの抽出",
        allowedDependencies = {"access", "keeping", "audit", "ui", "jobs", "membership", "checkups"})
@NullMarked
package org.tsunagu.app.extracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
