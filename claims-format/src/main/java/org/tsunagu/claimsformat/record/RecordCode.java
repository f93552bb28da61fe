package org.tsunagu.claimsformat.record;

/// The two letters that say what a record is (レコード識別情報), as a number for quick comparison: the first byte times
/// 256 plus the second.
public final class RecordCode {

    /// Reception (受付情報), dental.
    public static final int UK = ('U' << 8) | 'K';
    /// Institution (医療機関情報).
    public static final int IR = ('I' << 8) | 'R';
    /// Pharmacy (薬局情報).
    public static final int YK = ('Y' << 8) | 'K';
    /// Nursing station (訪問看護ステーション情報).
    public static final int HM = ('H' << 8) | 'M';
    /// Receipt (レセプト共通).
    public static final int RE = ('R' << 8) | 'E';
    /// Insurance (保険者).
    public static final int HO = ('H' << 8) | 'O';
    /// Public payer (公費).
    public static final int KO = ('K' << 8) | 'O';
    /// Diagnosis group (診断群分類).
    public static final int BU = ('B' << 8) | 'U';
    /// Receipt management (レセプト管理), first row of a claim in insurer files.
    public static final int MN = ('M' << 8) | 'N';
    /// Instruction of the review body (事由).
    public static final int JY = ('J' << 8) | 'Y';
    /// Review operation (審査運用).
    public static final int EX = ('E' << 8) | 'X';
    /// Control information (レコード管理情報).
    public static final int RC = ('R' << 8) | 'C';
    /// Reason of a return (返戻理由).
    public static final int HR = ('H' << 8) | 'R';
    /// Result of a re-examination (再審査等申し出結果).
    public static final int MK = ('M' << 8) | 'K';
    /// Billing form, last record of a provider's file (請求書).
    public static final int GO = ('G' << 8) | 'O';

    private static final int LETTERS = 26;
    private static final String[] NAMES = new String[LETTERS * LETTERS];

    static {
        for (var i = 0; i < NAMES.length; i++) {
            NAMES[i] = "" + (char) ('A' + i / LETTERS) + (char) ('A' + i % LETTERS);
        }
    }

    private RecordCode() {}

    /// The number of a name such as `RE`; -1 when it is not two capital letters.
    public static int of(String name) {
        var code = name.length() == 2 ? (name.charAt(0) << 8) | name.charAt(1) : -1;
        return index(code) < 0 ? -1 : code;
    }

    /// The two letters of a number; empty when it does not stand for two capital letters.
    public static String name(int code) {
        var index = index(code);
        return index < 0 ? "" : NAMES[index];
    }

    /// From 0 to 675 for two capital letters, else -1.
    static int index(int code) {
        var first = (code >> 8) - 'A';
        var second = (code & 0xff) - 'A';
        return first >= 0 && first < LETTERS && second >= 0 && second < LETTERS ? first * LETTERS + second : -1;
    }

    /// How many indexes there are.
    static int indexes() {
        return NAMES.length;
    }
}
