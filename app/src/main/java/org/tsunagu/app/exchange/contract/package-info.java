/// Contracts by which institutions deliver directly (直接提供の契約): the register of clauses, texts of the
/// contract, and the
/// questionnaire with the numbers of the insured.
@NullMarked
package org.tsunagu.app.exchange.contract;

import org.jspecify.annotations.NullMarked;
