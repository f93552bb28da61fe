/// Who is eligible for the checkup of a year, and the tickets they get (対象者と受診券・利用券).
@ApplicationModule(
        displayName = "Tickets 受診券・利用券",
        allowedDependencies = {"access", "keeping", "audit", "ui", "jobs", "tables", "membership", "checkups"})
@NullMarked
package org.tsunagu.app.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
