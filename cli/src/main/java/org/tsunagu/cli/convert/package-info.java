/// Checkup documents to FHIR and back (FHIR変換): the work behind `convert`.
@NullMarked
package org.tsunagu.cli.convert;

import org.jspecify.annotations.NullMarked;
