package org.tsunagu.privacy.masking;

/// Why a cell is masked (秘匿の理由).
public enum Reason {
    /// It is shown.
    SHOWN,
    /// It is too small itself, or it shows that what is left of its whole is (一次秘匿).
    PRIMARY,
    /// Without it a masked cell of its row or column could be worked out by subtraction (二次秘匿).
    SECONDARY,
    /// The audit found that masked cells could be worked out, exactly or too closely (監査による秘匿).
    AUDIT,
    /// It came masked (秘匿済み).
    GIVEN
}
