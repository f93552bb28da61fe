package org.tsunagu.checkupformat.document;

/// A unit price with the item it is for (健診項目別単価), as written.
///
/// @param amount yen
/// @param item 詳細な健診項目 (別表8, 1 to 4), or the code of an additional item; absent for a ningen dock
/// @param itemSystem code system of an additional item
public record UnitPrice(Field amount, Field item, Field itemSystem) {}
