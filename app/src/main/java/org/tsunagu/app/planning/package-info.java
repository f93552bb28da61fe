/// The implementation plan: targets by year, people by sex and age, planned numbers and the result (実施計画).
@ApplicationModule(
        displayName = "Planning 計画",
        allowedDependencies = {"access", "audit", "ui", "membership", "contacts", "guidance", "reporting"})
@NullMarked
package org.tsunagu.app.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
