package org.tsunagu.checkupformat.document;

/// The index of an archive (交換用基本情報 ix08), every value as written.
///
/// @param namespace of the root element
/// @param interactionType 種別
/// @param created 作成年月日
/// @param senderRoot and `sender`: OID and number of the sender (送付元機関)
/// @param receiverRoot and `receiver`: OID and number of the receiver (送付先機関), absent for kinds 9 and 10
/// @param serviceEventType 実施区分
/// @param totalRecordCount 総ファイル数
public record Index(
        Field namespace,
        Field interactionType,
        Field created,
        Field senderRoot,
        Field sender,
        Field receiverRoot,
        Field receiver,
        Field serviceEventType,
        Field totalRecordCount)
        implements ReceivedFile {

    @Override
    public String kind() {
        return "ix08";
    }
}
