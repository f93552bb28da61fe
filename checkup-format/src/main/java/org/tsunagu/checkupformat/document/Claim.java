package org.tsunagu.checkupformat.document;

/// A settlement file (決済情報 cc08, gc08), of which only the totals are read so far: what the summary adds up.
///
/// @param kind `cc08` or `gc08`
/// @param namespace of the root element
/// @param unitAmount 単価合計 (cc08) or 算定金額 (gc08), yen
/// @param paymentAmount 窓口支払, yen
/// @param paymentByOtherProgram 他健診負担額, yen
/// @param claimAmount 請求金額, yen
public record Claim(
        String kind,
        Field namespace,
        Field unitAmount,
        Field paymentAmount,
        Field paymentByOtherProgram,
        Field claimAmount)
        implements ReceivedFile {}
