/// Letters in bulk: one PDF for many people, and that they were posted (通知の一括作成).
@ApplicationModule(
        displayName = "Mailing 通知",
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
            "worklists",
            "contacts",
            "checkups",
            "tickets",
            "guidance"
        })
@NullMarked
package org.tsunagu.app.mailing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
