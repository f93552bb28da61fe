-- Whether a decision was replaced is asked for every page about a person; without this every decision there is was read for it.
create index decision_supersedes on checkups.decision (supersedes) where supersedes is not null;
