package org.tsunagu.cli.command;

/// How a command ends (終了コード).
final class ExitStatus {

    /// No error findings.
    static final int CLEAN = 0;
    /// Some error findings, or something that could not be read.
    static final int FINDINGS = 1;
    /// An unusable call, nothing readable, or no way to write the results.
    static final int UNUSABLE = 2;

    private ExitStatus() {}
}
