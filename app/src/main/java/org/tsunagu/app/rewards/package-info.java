/// Health points (健康ポイント): rules that are checked before they hold, and a ledger that only grows.
@ApplicationModule(
        displayName = "Rewards 健康ポイント",
        allowedDependencies = {"access", "keeping", "audit", "ui", "membership", "intake"})
@NullMarked
package org.tsunagu.app.rewards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
