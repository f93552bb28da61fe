/// Counting over many people: the data for it, indicators over years, groups and charts (分析).
@ApplicationModule(
        displayName = "Analytics 分析",
        allowedDependencies = {
            "access",
            "audit",
            "ui",
            "jobs",
            "tables",
            "membership",
            "checkups",
            "guidance",
            "planning",
            "reporting",
            "claims",
            "lists"
        })
@NullMarked
package org.tsunagu.app.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
