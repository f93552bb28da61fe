package org.tsunagu.app.analytics.areas;

/// A map that cannot be loaded (読み込めない地図), with the reason in words of the message file.
public final class MapRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String argument;

    /// @param key which reason
    /// @param argument what it is about
    MapRefused(String key, String argument) {
        super(key + " " + argument);
        this.key = key;
        this.argument = argument;
    }

    /// Which reason.
    public String key() {
        return key;
    }

    /// What it is about.
    public String argument() {
        return argument;
    }
}
