package org.tsunagu.app.audit;

/// Where a chain ends (鎖の末尾): number and hash of its last entry.
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record ChainEnd(long seq, byte[] hash) {

    ChainEnd after(Entry entry) {
        return new ChainEnd(entry.seq(), entry.hashAfter(hash));
    }
}
