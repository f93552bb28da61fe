/// What all pages share: layout, texts, dates, language, errors (画面の共通部品).
@ApplicationModule(
        displayName = "Pages 画面",
        allowedDependencies = {"access"})
@NullMarked
package org.tsunagu.app.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
