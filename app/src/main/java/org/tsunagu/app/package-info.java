/// The application (アプリケーション): one Spring Boot program; every package directly below is a module of it.
@NullMarked
package org.tsunagu.app;

import org.jspecify.annotations.NullMarked;
