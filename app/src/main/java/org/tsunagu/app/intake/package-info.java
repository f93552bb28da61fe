/// Deliveries: reception, checks, matching to members (取り込み・突合).
@ApplicationModule(
        displayName = "Intake 取り込み",
        allowedDependencies = {
            "access",
            "keeping",
            "audit",
            "ui",
            "files",
            "jobs",
            "tables",
            "membership",
            "worklists",
            "consent"
        })
@NullMarked
package org.tsunagu.app.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
