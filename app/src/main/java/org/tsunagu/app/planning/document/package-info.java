/// The plan of a period as a document (実施計画書): outline, the insurer's own texts, tables, editions.
@NullMarked
package org.tsunagu.app.planning.document;

import org.jspecify.annotations.NullMarked;
