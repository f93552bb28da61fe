package org.tsunagu.letters.pdf;

/// The two weights of writing (書体).
public enum Face {
    REGULAR,
    BOLD
}
