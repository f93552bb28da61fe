/// The append-only ledger of every look (閲覧・操作の記録).
@ApplicationModule(
        displayName = "Audit 記録",
        allowedDependencies = {"access"})
@NullMarked
package org.tsunagu.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
