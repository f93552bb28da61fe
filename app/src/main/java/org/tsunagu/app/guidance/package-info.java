/// Specific health guidance (特定保健指導): candidates, their order, and the course of each person.
@ApplicationModule(
        displayName = "Guidance 特定保健指導",
        allowedDependencies = {
            "access",
            "keeping",
            "audit",
            "ui",
            "tables",
            "membership",
            "worklists",
            "contacts",
            "consent",
            "intake",
            "checkups",
            "tickets"
        })
@NullMarked
package org.tsunagu.app.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
