package org.tsunagu.app.worklists;

import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;

/// An insurer with as many members and open tasks as are wanted, made by the database itself.
public final class ManyTasks {

    private ManyTasks() {}

    /// Members `1..count`, each with a task: every third urgent, every fourth given to somebody, due over 60 days.
    public static void of(Office office, Insurer insurer, int count) {
        var id = insurer.id().value();
        office.everything().update("""
                insert into membership.member (insurer_id, register_key, name, kana, sex, birth, kind, relation, symbol,
                  number, branch, employer, postal_code, address, phone, name_key, kana_key, number_key, household_key,
                  card_number_key, phone_key)
                select ?, 'M' || n, '見本 ' || n, 'ミホン', (n % 2 + 1)::text, date '1950-01-01' + n * 37 % 15000, '1', 'self', '1',
                  n::text, '00', 'E' || lpad((n % 40)::text, 3, '0'), '000-0001', '架空市' || n, '', '見本' || n, 'ミホン' || n,
                  'k' || n, 'h' || n, n::text, ''
                from generate_series(1, ?) n
                """, id, count);
        // All insured: tasks of people who have left go off the list.
        office.everything().update("""
                insert into membership.coverage (insurer_id, member_id, from_day, to_day, reason)
                select insurer_id, id, date '2020-04-01', null, '' from membership.member where insurer_id = ?
                """, id);
        office.everything().update("""
                insert into worklists.task (insurer_id, kind, subject, member_id, urgency, since, due, reasons, certainty)
                select m.insurer_id, case when n % 5 = 0 then 'VISIT_NOW' else 'VISIT' end, m.id || ':2025', m.id,
                  case when n % 3 = 0 then 1001 else 1 end, date '2025-04-01' + n % 500, current_date + (n % 60 - 10),
                  '[["CONDITION_MET","band","2","band/thresholds","SBP","source","test","9A751000000000001","150",{"variable":"sbp","op":"ge","cut":"140","unit":"mmHg","computed":""}]]',
                  case when n % 7 = 0 then 'unconfirmed' else 'source' end
                from (select id, insurer_id, substr(register_key, 2)::int n from membership.member where insurer_id = ?) m
                """, id);
        office.everything().execute("analyze worklists.task");
        office.everything().execute("analyze membership.member");
    }
}
