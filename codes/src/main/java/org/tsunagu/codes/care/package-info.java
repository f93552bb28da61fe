/// Care as the lists of people see it: claims, their diseases and drugs, without the formats of the files.
package org.tsunagu.codes.care;
