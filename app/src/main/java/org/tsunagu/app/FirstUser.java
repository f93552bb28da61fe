package org.tsunagu.app;

import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.Role;

/// The first user of an insurer (最初の管理者), who can add the others.
final class FirstUser {

    static final String LOGIN = "admin";

    private static final int LENGTH = 16;

    private FirstUser() {}

    /// Makes the first user where there is none.
    ///
    /// @return the password, when the user was made just now
    static Optional<String> make(ApplicationContext context, String insurerNumber, String insurerName) {
        var insurer = context.getBean(Insurers.class).ensure(insurerNumber, insurerName);
        var accounts = context.getBean(Accounts.class);
        if (!accounts.colleagues(insurer.id()).isEmpty()) {
            return Optional.empty();
        }
        var password = Secrets.random(LENGTH);
        accounts.add(LOGIN, "管理者", password, insurer, Role.ADMINISTRATOR);
        return Optional.of(password);
    }
}
