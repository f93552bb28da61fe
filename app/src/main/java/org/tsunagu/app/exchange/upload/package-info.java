/// Files of employers (事業主のファイル): looked at while the employer waits, put right, and handed to intake.
@NullMarked
package org.tsunagu.app.exchange.upload;

import org.jspecify.annotations.NullMarked;
