/// Pages of extracts (匿名化抽出の画面).
@NullMarked
package org.tsunagu.app.extracts.web;

import org.jspecify.annotations.NullMarked;
