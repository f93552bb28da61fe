/// Tasks with their reasons, owner and due date (作業リスト).
@ApplicationModule(
        displayName = "Work lists 作業リスト",
        allowedDependencies = {"access", "keeping", "audit", "ui", "files", "jobs", "tables", "membership"})
@NullMarked
package org.tsunagu.app.worklists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
