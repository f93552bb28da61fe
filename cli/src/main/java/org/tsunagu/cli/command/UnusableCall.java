package org.tsunagu.cli.command;

/// The call cannot be carried out as it stands (使えない指定); the message says why in the user's language.
final class UnusableCall extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableCall(String message) {
        super(message);
    }
}
