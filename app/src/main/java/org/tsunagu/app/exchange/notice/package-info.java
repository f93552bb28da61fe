/// Notices of medical costs (医療費通知): once a year, one for each household.
@NullMarked
package org.tsunagu.app.exchange.notice;

import org.jspecify.annotations.NullMarked;
