/// The results as a workbook (Excelファイル).
@NullMarked
package org.tsunagu.cli.excel;

import org.jspecify.annotations.NullMarked;
