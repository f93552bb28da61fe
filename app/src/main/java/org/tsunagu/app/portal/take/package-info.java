/// What members take with them (データの持ち帰り): each form is a class of its own, and another form another class.
@NullMarked
package org.tsunagu.app.portal.take;

import org.jspecify.annotations.NullMarked;
