/// Pages of extracts (分析用データの抽出の画面).
@NullMarked
package org.tsunagu.app.extracts.web;

import org.jspecify.annotations.NullMarked;
