/// What members have agreed to, and what they have taken back (同意).
@ApplicationModule(
        displayName = "Consent 同意",
        allowedDependencies = {"access", "keeping", "audit", "ui", "tables", "membership"})
@NullMarked
package org.tsunagu.app.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
