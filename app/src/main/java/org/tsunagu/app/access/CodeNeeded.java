package org.tsunagu.app.access;

import java.io.Serial;
import org.springframework.security.core.AuthenticationException;

/// The password was right, the code is still to come (確認コード待ち): nobody has logged in yet.
final class CodeNeeded extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long staffId;

    CodeNeeded(long staffId) {
        super("code needed");
        this.staffId = staffId;
    }

    long staffId() {
        return staffId;
    }
}
