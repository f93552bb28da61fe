/// What can be wrong with claims (不備): the catalogue of checks and their sentences.
@NullMarked
package org.tsunagu.claimsformat.problems;

import org.jspecify.annotations.NullMarked;
