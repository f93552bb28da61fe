package org.tsunagu.cli;

/// The command line of Tsunagu (繋ぐ).
public final class Tsunagu {

    private Tsunagu() {}

    static void main(String[] arguments) {
        System.exit(arguments.length == 0 ? 2 : 0);
    }
}
