package org.tsunagu.app.backup;

/// A backup cannot be made or used (バックアップの拒否): the key of the sentence that says why, and what it names.
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String argument;

    /// A refusal.
    ///
    /// @param key without its prefix: `damaged`, `passphrase`, `newer` and so on
    public BackupRefused(String key, String argument) {
        super(key + " " + argument);
        this.key = key;
        this.argument = argument;
    }

    /// Which sentence.
    public String key() {
        return key;
    }

    /// What it names; empty for nothing.
    public String argument() {
        return argument;
    }
}
