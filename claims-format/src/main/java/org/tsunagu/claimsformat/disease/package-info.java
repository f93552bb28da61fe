/// Diseases on claims (傷病): names with their modifiers, ICD-10, disease classes and lists of
/// lifestyle diseases.
package org.tsunagu.claimsformat.disease;
