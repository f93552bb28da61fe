/// The rule set in force and the form in which decisions keep their reasons (規則の版・理由の保存形式).
@ApplicationModule(
        displayName = "Tables 規則",
        allowedDependencies = {"access"})
@NullMarked
package org.tsunagu.app.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
