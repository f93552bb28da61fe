/// The arithmetic of the second factor and of sealed secrets (二要素認証の計算); knows neither users nor database.
@NullMarked
package org.tsunagu.app.access.factor;

import org.jspecify.annotations.NullMarked;
