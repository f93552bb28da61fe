package org.tsunagu.measures.mart;

/// One year of one table of one insurer (区画): the unit that is written anew or kept.
public record Partition(String table, String insurer, int fiscalYear) {

    public Partition {
        Mart.columns(table);
        if (!insurer.matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException("an insurer number has up to eight digits");
        }
    }

    String file() {
        return "%s/%s-%d.parquet".formatted(table, insurer, fiscalYear);
    }
}
