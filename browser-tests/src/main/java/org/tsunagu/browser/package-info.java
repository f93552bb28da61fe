/// Tests of the pages in a real browser (ブラウザー試験); there is nothing here but tests.
@NullMarked
package org.tsunagu.browser;

import org.jspecify.annotations.NullMarked;
