/// Calls, visits and letters, and what comes next (連絡の記録).
@ApplicationModule(
        displayName = "Contacts 連絡",
        allowedDependencies = {"access", "keeping", "audit", "ui", "files", "jobs", "tables", "membership"})
@NullMarked
package org.tsunagu.app.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
