package org.tsunagu.letters.notice;

import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.rules.Examinee;

/// The results of one checkup (一年分の結果): who, when, and the values.
public record YearResult(Examinee examinee, CheckupValues values) {}
