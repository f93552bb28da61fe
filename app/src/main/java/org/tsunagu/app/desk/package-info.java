/// Today, search and the person page: composes, owns nothing (きょうの仕事・個人ページ).
@ApplicationModule(
        displayName = "Desk 窓口",
        allowedDependencies = {
            "access",
            "audit",
            "ui",
            "files",
            "jobs",
            "tables",
            "membership",
            "worklists",
            "contacts",
            "consent",
            "intake",
            "checkups",
            "lists",
            "claims"
        })
@NullMarked
package org.tsunagu.app.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
