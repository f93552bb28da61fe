package org.tsunagu.checkupformat.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenSetTest {

    /// On the heap, in a file, growing on the heap, growing from the heap into a file, growing from file to file.
    @ParameterizedTest
    @CsvSource({"20000, 100000", "20000, 10", "1, 100000", "1, 1000", "5000, 10"})
    void it_answers_as_a_set_of_the_texts_does(long expected, long heapEntries) {
        var random = new SplittableRandom(1);
        var texts = new HashSet<String>();
        var wrong = 0;
        try (var seen = new SeenSet(expected, heapEntries)) {
            for (var i = 0; i < 20_000; i++) {
                var text = "entry " + random.nextInt(15_000);
                wrong += seen.add(text) == texts.add(text) ? 0 : 1;
            }
            for (var i = 0; i < 16_000; i++) {
                wrong += seen.contains("entry " + i) == texts.contains("entry " + i) ? 0 : 1;
            }
            assertThat(seen.size()).isEqualTo(texts.size());
        }
        assertThat(wrong).isZero();
    }

    @Test
    void the_empty_text_is_a_text() {
        try (var seen = new SeenSet(0)) {
            assertThat(seen.contains("")).isFalse();
            assertThat(seen.add("")).isTrue();
            assertThat(seen.contains("")).isTrue();
        }
    }

    @Test
    void the_file_is_gone_when_the_set_is_closed() {
        var slots = new FileSlots(1000);
        var file = slots.file();

        assertThat(file).exists();
        slots.put(1, 1);
        slots.close();
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void slots_that_meet_at_one_place_are_kept_apart() {
        try (var slots = new HeapSlots(4)) {
            for (var i = 0; i < 8; i++) {
                assertThat(slots.put(16L * i, 1)).isTrue();
            }
            for (var i = 0; i < 8; i++) {
                assertThat(slots.has(16L * i, 1)).isTrue();
                assertThat(slots.has(16L * i, 3)).isFalse();
            }
        }
    }
}
