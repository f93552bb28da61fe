/// Members, coverage, insured numbers and the register files they come from (加入者・資格).
@ApplicationModule(
        displayName = "Membership 加入者",
        allowedDependencies = {"access", "keeping", "audit", "ui", "files", "jobs", "tables"})
@NullMarked
package org.tsunagu.app.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
