/// Data that others hold (提供依頼・引継ぎ): requests to employers and other insurers, what employers deliver,
/// and what is
/// handed over.
@ApplicationModule(
        displayName = "Exchange 提供依頼・引継ぎ",
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
            "consent",
            "intake",
            "checkups",
            "claims",
            "guidance"
        })
@NullMarked
package org.tsunagu.app.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
