/// The statutory report: rates of a fiscal year, what is missing, the archive for the payment fund (法定報告).
@ApplicationModule(
        displayName = "Reporting 法定報告",
        allowedDependencies = {
            "access",
            "keeping",
            "audit",
            "ui",
            "files",
            "jobs",
            "tables",
            "membership",
            "consent",
            "intake",
            "checkups",
            "tickets",
            "guidance"
        })
@NullMarked
package org.tsunagu.app.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
