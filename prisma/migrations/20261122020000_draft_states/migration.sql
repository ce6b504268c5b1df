-- Drafts: the states of a proposal that its author is still gathering, and of one that was discarded.
-- Reason: what an enumeration gains can be used only after the transaction that added it; the next migration does.

ALTER TYPE "ProposalState" ADD VALUE 'DRAFT';
ALTER TYPE "ProposalState" ADD VALUE 'DISCARDED';
