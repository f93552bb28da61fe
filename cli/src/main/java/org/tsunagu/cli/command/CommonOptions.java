package org.tsunagu.cli.command;

import org.tsunagu.cli.text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What every command takes (共通の指定). The language was looked at before the call was understood; here it is
/// only checked.
final class CommonOptions {

    @Option(names = "--lang", paramLabel = "ja|en", converter = LanguageCode.class)
    Language language = Language.JAPANESE;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean isHelpAsked;

    /// Reads `ja` or `en`.
    static final class LanguageCode implements ITypeConverter<Language> {
        @Override
        public Language convert(String code) {
            return Language.find(code).orElseThrow(() -> new TypeConversionException("ja, en"));
        }
    }
}
