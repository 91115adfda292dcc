/** Columns of person tables that an erasure may ignore, with the reason. */
export const BESIDE: Readonly<Record<string, string>> = {
  'expected_person.email':
    'somebody who never came: nothing leads from a person here, and a people file that no longer names them takes the row',
  'expected_person.name': 'the same row',
  'idea.credit_name': 'as somebody else typed it: taken off where the person had a seat at that workshop',
  'harvest_line.mark': 'a fingerprint of the words, not of who typed them',
  'sealed_vote.mark': 'keyed under the ballot, and gone when it is counted: nobody votes twice meanwhile',
  'vote_mark.mark': 'written by the erasure, and gone when the ballot ends: nobody votes twice meanwhile',
  'audit.thing': 'the pseudonym of the journal, which leads nowhere once audit_person is gone',
}
