/// Claims from files to CSV and a page (レセプトの読み取り): the work behind `claims`.
@NullMarked
package org.tsunagu.cli.claims;

import org.jspecify.annotations.NullMarked;
