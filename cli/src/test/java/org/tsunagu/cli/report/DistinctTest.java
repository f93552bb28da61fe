package org.tsunagu.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctTest {

    @Test
    void the_same_thing_counts_once_however_often_it_comes() {
        var distinct = new Distinct(1_000_000);
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 200_000; i++) {
                distinct.add("06139999", Integer.toString(i % 7), Integer.toString(i));
            }
        }

        assertThat(distinct.count()).isEqualTo(200_000);
        assertThat(distinct.isFull()).isFalse();
    }

    @Test
    void parts_are_not_run_together() {
        var distinct = new Distinct(10);
        distinct.add("1", "23");
        distinct.add("12", "3");

        assertThat(distinct.count()).isEqualTo(2);
    }

    @Test
    void counting_stops_at_the_limit() {
        var distinct = new Distinct(10);
        for (var i = 0; i < 50; i++) {
            distinct.add(Integer.toString(i));
        }

        assertThat(distinct.count()).isEqualTo(10);
        assertThat(distinct.isFull()).isTrue();
    }
}
