/// Pages of the module (画面): parse, call the service, show.
@NullMarked
package org.tsunagu.app.rewards.web;

import org.jspecify.annotations.NullMarked;
