package org.tsunagu.app.guidance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// Invitations, answers, questions about drugs and documents without a course as records that are kept for a time
/// (利用案内・回答・服薬の確認・文書の保存).
@Configuration(proxyBeanMethods = false)
class AskingRecords {

    /// Somebody who was invited.
    @Bean
    KeptRecords keptInvitation(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "INVITATION",
                "(select p.id, p.member_id, i.at from guidance.invited p join guidance.invitation i on i.id = p.invitation_id)",
                "guidance.delete_invited");
    }

    /// What was answered.
    @Bean
    KeptRecords keptReply(JdbcClient jdbc) {
        return new TableRecords(jdbc, "REPLY", "guidance.reply", "guidance.delete_replies");
    }

    /// Who was left out because of a drug.
    @Bean
    KeptRecords keptDrug(JdbcClient jdbc) {
        return new TableRecords(jdbc, "DRUG", "guidance.exclusion", "guidance.delete_exclusions");
    }

    /// A document that found no course. Its content is forgotten as any other document.
    @Bean
    KeptRecords keptGuidanceDocument(JdbcClient jdbc) {
        return new TableRecords(
                jdbc,
                "GUIDANCE_DOCUMENT",
                "(select document_id as id, member_id, at from guidance.received where course_id is null)",
                "guidance.delete_received");
    }
}
