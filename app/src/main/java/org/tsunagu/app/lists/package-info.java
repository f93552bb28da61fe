/// Lists of people at risk: untreated, stopped, nephropathy, medication, the ten lists for 75 and over (抽出リスト).
@ApplicationModule(
        displayName = "Lists 抽出リスト",
        allowedDependencies = {
            "access",
            "keeping",
            "audit",
            "ui",
            "jobs",
            "tables",
            "membership",
            "worklists",
            "contacts",
            "checkups",
            "claims",
            "guidance"
        })
@NullMarked
package org.tsunagu.app.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
