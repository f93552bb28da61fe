package org.tsunagu.synthetic;

/// What was made (生成結果).
///
/// @param members rows of the register, also of those who joined or left in between
/// @param documents checkup documents in all archives
/// @param archives ZIP files
/// @param employerRows rows in the employers' CSV files
/// @param defects planted defects
/// @param claims paid claims; 0 when none were written
public record Generated(long members, long documents, long archives, long employerRows, long defects, long claims) {}
