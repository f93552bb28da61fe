/// The cost of diseases (傷病別の医療費): a claim's points given to its diseases so that the sum is
/// always exact, dispensing joined to its prescription, cost tables by age, and the factors of cost.
package org.tsunagu.claimsformat.allocation;
