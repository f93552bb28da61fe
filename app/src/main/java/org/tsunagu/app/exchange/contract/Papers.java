package org.tsunagu.app.exchange.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.exchange.Request;
import org.tsunagu.app.exchange.Requests;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.layout.Profile;
import org.tsunagu.letters.report.Block;
import org.tsunagu.letters.report.Report;
import org.tsunagu.letters.report.ReportOdt;
import org.tsunagu.letters.report.ReportPdf;

/// The papers by which results reach the insurer (提供のための文書): the contract of three, to be changed in a
/// word processor,
/// and the questionnaire with the numbers of the insured. In Japanese, as they go out.
@Service
public class Papers {

    private static final String ENVELOPE = "NAGA3";
    private static final Texts TEXTS = Texts.in(Language.JAPANESE);
    private static final Table CONTRACT =
            Table.read("exchange/contract-texts", Papers.class.getResourceAsStream("contract-texts.tsv"));

    private final Requests requests;
    private final Audit audit;
    private final Clock clock;

    Papers(Requests requests, Audit audit, Clock clock) {
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /// The contract between employer, institution and insurer (三者契約のひな形).
    public void contract(boolean isPdf, OutputStream out) {
        var rows = CONTRACT.on(LocalDate.now(clock));
        var blocks = new ArrayList<Block>();
        rows.stream().skip(1).forEach(row -> blocks.add(block(row)));
        var report = report(filled(rows.getFirst()), List.of(), blocks);
        try {
            if (isPdf) {
                ReportPdf.writeShort(report, out);
            } else {
                ReportOdt.write(report, TEXTS.text("exchange.contract.contents"), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Block block(Row row) {
        return switch (row.text("kind")) {
            case "heading" -> new Block.Heading(1, filled(row));
            case "note" -> new Block.Note(filled(row));
            default -> new Block.Paragraph(filled(row));
        };
    }

    /// What only the parties know stays a blank to be filled in.
    private static String filled(Row row) {
        var blank = TEXTS.text("exchange.contract.blank");
        return row.text("text")
                .replace("{insurer}", Actors.current().insurer().name())
                .replace("{employer}", blank)
                .replace("{institution}", blank);
    }

    private Report report(String title, List<String> cover, List<Block> blocks) {
        var insurer = Actors.current().insurer();
        return new Report(title, cover, insurer.name(), "", Locale.JAPANESE, clock.instant(), blocks);
    }

    /// A questionnaire in which nothing but the insurer stands (問診票、無記入).
    public void blank(OutputStream out) {
        var sheet = new Questionnaire(Actors.current().insurer().number(), Optional.empty(), LocalDate.now(clock));
        try {
            ReportPdf.writeShort(report(TEXTS.text("exchange.questionnaire.title"), List.of(), sheet.blocks()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Questionnaires for everybody whose result is missing, each to its person and with its number as
    /// barcode.
    ///
    /// @param purpose what they are taken out for
    public void filled(Request request, String purpose, OutputStream out) {
        var people = requests.people(request).stream()
                .filter(one -> one.arrived().isEmpty())
                .map(Requests.Wanted::member)
                .toList();
        audit.note(
                new Look(
                        Look.Kind.PRINT,
                        "request",
                        0,
                        purpose,
                        Look.OWN_WORK,
                        "/requests/" + request.id(),
                        "questionnaires of request %d, %d people".formatted(request.id(), people.size())),
                people.stream().map(member -> member.id().value()).toList());
        var settings = new RunSettings(
                TEXTS.text("exchange.questionnaire.title"),
                Actors.current().insurer().name(),
                Locale.JAPANESE,
                Profile.of(ENVELOPE),
                clock.instant());
        try (var run = new LetterRun(out, settings)) {
            for (var member : people) {
                run.add(letter(request, member));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Letter letter(Request request, Member member) {
        var insurer = Actors.current().insurer();
        return new Letter(
                "Q%d-%d".formatted(request.id(), member.id().value()),
                new Addressee(member.postalCode(), List.of(member.address()), member.name()),
                new Sender(insurer.name(), "", "", List.of(), "", ""),
                LocalDate.now(clock),
                Optional.empty(),
                new Questionnaire(insurer.number(), Optional.of(member), LocalDate.now(clock)));
    }
}
