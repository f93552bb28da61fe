package org.tsunagu.cli.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.SchemaGate;
import org.tsunagu.checkupformat.csv.ColumnMap;
import org.tsunagu.cli.text.Language;

/// What to check and how (点検の指定).
///
/// @param paths archives, folders, single XML files and CSV files as the user gave them
/// @param schemas the official schemas; empty for no schema validation
/// @param columns column map of the CSV files; empty to have one of the shipped maps chosen, and to pass over CSV
/// files that were not named but only stand in a folder
/// @param received day of reception: nothing in a document may lie after it
/// @param threads 1 works without a second thread
/// @param language of messages and item names
public record CheckRequest(
        List<Path> paths,
        Optional<SchemaGate> schemas,
        Optional<ColumnMap> columns,
        LocalDate received,
        int threads,
        Language language) {}
