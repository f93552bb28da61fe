package org.tsunagu.app.portal;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a browser runs on (端末の種類), in one word: enough to recognise the own devices, and no more is kept.
final class Device {

    private Device() {}

    static String of(@Nullable String agent) {
        return Stream.of("iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux")
                .filter(word -> agent != null && agent.contains(word))
                .findFirst()
                .orElse("OTHER");
    }
}
