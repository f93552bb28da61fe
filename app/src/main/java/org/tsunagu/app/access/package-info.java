/// Users, roles, insurers as tenants, the current actor and the tenant of a transaction (利用者・権限・保険者).
@ApplicationModule(
        displayName = "Access 利用者と権限",
        allowedDependencies = {"keeping"})
@NullMarked
package org.tsunagu.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
