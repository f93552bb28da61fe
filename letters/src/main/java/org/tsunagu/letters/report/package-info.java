/// Long documents of an insurer, such as the implementation plan (計画書・報告書): one content, written as PDF or as
/// OpenDocument.
package org.tsunagu.letters.report;
