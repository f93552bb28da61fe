package org.tsunagu.app.lists.web;

import java.util.Optional;
import org.tsunagu.app.lists.Build;
import org.tsunagu.app.lists.Definition;
import org.tsunagu.app.lists.ListRun;
import org.tsunagu.rules.list.PeopleList;

/// A list of a month as it was made (作成されたリスト).
///
/// @param definition the copy it was made by; empty for the shipped tables
public record MadeList(Build build, ListRun run, PeopleList list, Optional<Definition> definition) {}
