/// Claims of medical care (レセプト): deliveries, claims in force, whose they are, what they cost, months
/// that are complete.
@ApplicationModule(
        displayName = "Claims レセプト",
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
            "intake"
        })
@NullMarked
package org.tsunagu.app.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
