-- What:   A status for a start that was only announced, and three more kinds of claims.
-- Reason: A newspaper that announces a start gives a fact, but no result. "Within the course record" is no course record,
--         and "some twenty minutes behind the winner" and "by five minutes" are gaps that the record can check.

ALTER TYPE "Status" ADD VALUE 'ENTERED';
ALTER TYPE "ClaimKind" ADD VALUE 'WITHIN_COURSE_RECORD';
ALTER TYPE "ClaimKind" ADD VALUE 'BEHIND_WINNER';
ALTER TYPE "ClaimKind" ADD VALUE 'WINNING_MARGIN';
