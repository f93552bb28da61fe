/// Results by version and what the rules say about them (健診結果・判定).
@ApplicationModule(
        displayName = "Checkups 健診",
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
            "intake"
        })
@NullMarked
package org.tsunagu.app.checkups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
