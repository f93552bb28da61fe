package org.tsunagu.app.consent;

import org.tsunagu.rules.legal.ConsentEvent;

/// An entry of the ledger of consents as it is shown (同意台帳の1行).
public record LedgerEntry(ConsentEvent event, Statement.How how, long supersedes, String staffName) {}
