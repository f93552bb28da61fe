package org.tsunagu.synthetic.world;

/// Where somebody lives (住所), in a prefecture that does not exist.
///
/// @param postalCode beginning with 000, which no post office has
/// @param address full width
public record Place(String postalCode, String address) {}
