/// The base masters of the payment fund (基本マスター): official files read, kept by edition, and codes
/// resolved by care month. No master content comes with the project.
package org.tsunagu.claimsformat.master;
