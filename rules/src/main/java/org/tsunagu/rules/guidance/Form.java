package org.tsunagu.rules.guidance;

import java.math.BigDecimal;

/// How an interview is held (実施形態).
public enum Form {
    /// One person, face to face (個別・対面).
    INDIVIDUAL("1"),
    /// One person, remote (個別・遠隔).
    INDIVIDUAL_REMOTE("2"),
    /// A group, face to face (グループ・対面).
    GROUP("3"),
    /// A group, remote (グループ・遠隔).
    GROUP_REMOTE("4"),
    /// By telephone (電話).
    PHONE("5"),
    /// By mail, chat, letter or fax (電子メール・チャット等).
    MESSAGE("6");

    private final String code;

    Form(String code) {
        this.code = code;
    }

    /// The official code of the fourth period (1.2.392.200119.6.24010).
    public String code() {
        return code;
    }

    BigDecimal number() {
        return new BigDecimal(code);
    }
}
