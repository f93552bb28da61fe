package org.tsunagu.measures.mart;

/// Another writer is making this mart at the moment (作成中).
public final class MartBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MartBusy() {
        super("another process is writing this mart");
    }
}
