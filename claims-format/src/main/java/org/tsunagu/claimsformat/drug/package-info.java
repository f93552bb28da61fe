/// Drugs on claims (医薬品): ingredient, route, form and therapeutic groups.
package org.tsunagu.claimsformat.drug;
