package org.tsunagu.letters;

import java.time.Instant;
import java.util.Locale;
import org.tsunagu.letters.layout.Profile;

/// What all letters of a run have in common (印刷の設定).
///
/// @param title title of the file
/// @param author insurer
/// @param envelope where the window is
/// @param created when the file is made: given, so that the same letters give the same bytes
public record RunSettings(String title, String author, Locale locale, Profile envelope, Instant created) {}
