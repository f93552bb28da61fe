/// The embedded PostgreSQL (内蔵データベース): a real server for who has none of their own.
@NullMarked
package org.tsunagu.localdb;

import org.jspecify.annotations.NullMarked;
