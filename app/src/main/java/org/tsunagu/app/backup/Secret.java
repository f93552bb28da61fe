package org.tsunagu.app.backup;

import java.util.regex.Pattern;

/// Which secrets belong into a backup (バックアップに含める鍵): all that data depend on, such as keys. Passwords of the database
/// are those of one installation; another makes its own.
final class Secret {

    static final String FOLDER = "secrets/";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private Secret() {}

    static boolean isKept(String name) {
        return NAME.matcher(name).matches() && !name.startsWith("database-") && !name.endsWith(".new");
    }
}
