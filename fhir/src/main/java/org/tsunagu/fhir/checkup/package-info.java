/// Checkup documents (特定健診情報ファイル) as FHIR documents (健診結果報告書) and back: begin with [BundleWriter] and
/// [BundleReader]. The library behind it is large: it is loaded when the first bundle is written or read, never before.
@NullMarked
package org.tsunagu.fhir.checkup;

import org.jspecify.annotations.NullMarked;
