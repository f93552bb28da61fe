/// The interface for other systems (API): programs with their tokens, problems, idempotency keys, operations.
@ApplicationModule(
        displayName = "API システム連携",
        allowedDependencies = {
            "access",
            "audit",
            "ui",
            "files",
            "jobs",
            "tables",
            "membership",
            "consent",
            "worklists",
            "intake",
            "checkups"
        })
@NullMarked
package org.tsunagu.app.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
