/// The members' own pages (マイページ): composes what the other modules know of one person; owns accounts, proxies, messages
/// and questions.
@ApplicationModule(
        displayName = "Portal マイページ",
        allowedDependencies = {
            "access",
            "keeping",
            "audit",
            "ui",
            "tables",
            "membership",
            "consent",
            "intake",
            "checkups",
            "claims",
            "tickets",
            "guidance",
            "rewards"
        })
@NullMarked
package org.tsunagu.app.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
