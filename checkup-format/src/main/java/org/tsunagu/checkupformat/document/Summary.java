package org.tsunagu.checkupformat.document;

/// The summary of an archive (集計情報 su08), every value as written; amounts in yen.
///
/// @param namespace of the root element
/// @param totalSubjectCount 受診者・利用者総数
/// @param totalCost 単価総計
/// @param totalPayment 窓口支払総計
/// @param totalPaymentByOtherProgram 他健診負担総計
/// @param totalClaim 請求金額総計
public record Summary(
        Field namespace,
        Field serviceEventType,
        Field totalSubjectCount,
        Field totalCost,
        Field totalPayment,
        Field totalPaymentByOtherProgram,
        Field totalClaim)
        implements ReceivedFile {

    @Override
    public String kind() {
        return "su08";
    }
}
