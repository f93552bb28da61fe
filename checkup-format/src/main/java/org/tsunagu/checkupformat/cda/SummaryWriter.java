package org.tsunagu.checkupformat.cda;

import static org.tsunagu.checkupformat.cda.XmlBuffer.utf8;

import java.io.IOException;
import java.io.OutputStream;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Summary;

/// Writes the summary of an archive with claims (集計情報 su08), as strictly as [CheckupWriter].
public final class SummaryWriter {

    private static final int COUNT_DIGITS = 6;
    private static final int AMOUNT_DIGITS = 9;
    private static final byte[] START = IndexWriter.root("summary", "su08");
    private static final byte[] SUBJECTS = utf8("  <totalSubjectCount");
    private static final byte[] COST = utf8("  <totalCostAmount");
    private static final byte[] PAYMENT = utf8("  <totalPaymentAmount");
    private static final byte[] OTHER_PROGRAM = utf8("  <totalPaymentByOtherProgram");
    private static final byte[] CLAIM = utf8("  <totalClaimAmount");
    private static final byte[] YEN = utf8(" currency=\"JPY\"");
    private static final byte[] END = utf8("</summary>\n");

    private final XmlBuffer buffer;

    /// A writer for any number of files, one after the other.
    public SummaryWriter() {
        this.buffer = new XmlBuffer();
    }

    /// Writes a summary; the stream stays open.
    ///
    /// @throws IllegalArgumentException naming the place if it cannot be written validly
    public void write(Summary summary, OutputStream out) throws IOException {
        buffer.clear();
        buffer.raw(START).raw(IndexWriter.SERVICE);
        buffer.attribute(Markup.CODE, Strict.code(summary.serviceEventType(), "serviceEventType"));
        buffer.raw(Markup.CLOSE_EMPTY).raw(SUBJECTS);
        var subjects = Strict.present(summary.totalSubjectCount(), "totalSubjectCount");
        buffer.attribute(Markup.VALUE, Strict.digits(subjects, 1, COUNT_DIGITS, "totalSubjectCount"));
        buffer.raw(Markup.CLOSE_EMPTY);
        amount(COST, summary.totalCost(), "totalCostAmount");
        amount(PAYMENT, summary.totalPayment(), "totalPaymentAmount");
        if (!summary.totalPaymentByOtherProgram().isEmpty()) {
            amount(OTHER_PROGRAM, summary.totalPaymentByOtherProgram(), "totalPaymentByOtherProgram");
        }
        amount(CLAIM, summary.totalClaim(), "totalClaimAmount");
        buffer.raw(END).writeTo(out);
    }

    private void amount(byte[] element, Field amount, String place) {
        var yen = Strict.digits(Strict.present(amount, place), 1, AMOUNT_DIGITS, place);
        buffer.raw(element).attribute(Markup.VALUE, yen).raw(YEN).raw(Markup.CLOSE_EMPTY);
    }
}
