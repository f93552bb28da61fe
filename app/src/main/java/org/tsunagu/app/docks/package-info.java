/// What members get back of the fee of a human dock (人間ドックの補助): limits, claims, what is to be paid.
@ApplicationModule(
        displayName = "Docks 人間ドックの補助",
        allowedDependencies = {"access", "keeping", "audit", "ui", "tables", "membership", "intake", "checkups"})
@NullMarked
package org.tsunagu.app.docks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
