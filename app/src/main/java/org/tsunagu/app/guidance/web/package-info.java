@NullMarked
package org.tsunagu.app.guidance.web;

import org.jspecify.annotations.NullMarked;
