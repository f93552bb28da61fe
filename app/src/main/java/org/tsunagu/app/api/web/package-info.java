/// Operations of the API, and its pages for administrators (APIの操作と画面).
@NullMarked
package org.tsunagu.app.api.web;

import org.jspecify.annotations.NullMarked;
