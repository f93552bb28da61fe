/// Whether an employer's checkup counts as the specific checkup (事業者健診の特定健診への読替え) and what it lacks.
@NullMarked
package org.tsunagu.rules.replacement;

import org.jspecify.annotations.NullMarked;
