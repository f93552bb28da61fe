/// Settlement with facilities (決済): contracts, claims and their checks, payments, returns.
@ApplicationModule(
        displayName = "Settlement 決済",
        allowedDependencies = {
            "access",
            "keeping",
            "audit",
            "ui",
            "files",
            "jobs",
            "membership",
            "consent",
            "intake",
            "checkups",
            "tickets",
            "guidance"
        })
@NullMarked
package org.tsunagu.app.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
