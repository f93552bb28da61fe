/// A person over the years, across insurers (経過の年表).
@NullMarked
package org.tsunagu.app.desk.timeline;

import org.jspecify.annotations.NullMarked;
