package org.tsunagu.app.contacts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.TableRecords;

/// Contacts as records that are kept for a time (連絡の記録の保存).
@Configuration(proxyBeanMethods = false)
class ContactRecords {

    /// As old as the contact itself.
    @Bean
    KeptRecords keptContact(JdbcClient jdbc) {
        return new TableRecords(jdbc, "CONTACT", "contacts.contact", "contacts.delete_contacts");
    }
}
