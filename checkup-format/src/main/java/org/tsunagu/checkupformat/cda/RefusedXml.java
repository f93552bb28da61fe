package org.tsunagu.checkupformat.cda;

/// Why a file is not read any further (受付不可); stays inside this package, where the reader turns it into a problem.
final class RefusedXml extends Exception {

    private static final long serialVersionUID = 1L;

    private final String check;
    private final int line;
    private final int column;
    private final transient String[] arguments;

    RefusedXml(String check, int line, int column, String... arguments) {
        super(check);
        this.check = check;
        this.line = line;
        this.column = column;
        this.arguments = arguments.clone();
    }

    String check() {
        return check;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String[] arguments() {
        return arguments.clone();
    }
}
