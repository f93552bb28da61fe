package org.tsunagu.app.keeping;

import java.util.Collection;

/// Where a module only mentions people, without a record of theirs that has a time of its own (人への言及): a candidate of a
/// match, a draft, who acts for somebody. It goes with the person, right before. Within the transaction in which the
/// person is deleted.
public interface KeptMentions {

    /// Forgets that these people were ever mentioned.
    void forget(Collection<Long> members);
}
