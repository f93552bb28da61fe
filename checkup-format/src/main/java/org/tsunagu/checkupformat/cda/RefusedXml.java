package org.tsunagu.checkupformat.cda;

/// Why a file is not read any further (受付不可); stays inside this package, where the reader turns it into a problem.
sealed class RefusedXml extends Exception permits NotPlain {

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

    /// Without a trace of where it came from.
    RefusedXml(String check) {
        super(check, null, false, false);
        this.check = check;
        this.line = 0;
        this.column = 0;
        this.arguments = new String[0];
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
