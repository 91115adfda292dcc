/** `symbol`: the function, method or constant that decides, exported or not; `file`: from the repository's root. */
export type Answer = { readonly question: string; readonly symbol: string; readonly file: string }

/**
 * What new developers and maintainers ask first, and the place that decides it rather than passing it on. It measures
 * whether files and functions can be found by their names: somebody who has read ARCHITECTURE.md and nothing else is
 * given the questions without the answers, has a minute for each to name the file and the function, and the right
 * ones are counted, before a larger move and after it. Where few people find a place, its name is what to change.
 *
 * `where.spec.ts` fails once a place has moved or is called otherwise: correct `symbol` and `file` in the same commit.
 * A question keeps its words, so that counts can be compared. It is asked in everyday English, by somebody who does
 * not know what the code calls things.
 */
export const ANSWERS: readonly Answer[] = [
  {
    question:
      'Someone says that they work in another Direction now: where is it decided from which day on that counts?',
    symbol: 'declared',
    file: 'src/features/people/person/direction.ts',
  },
  {
    question:
      'Somebody has left several reminders unanswered: where is it decided that the next comes later, or never?',
    symbol: 'dueFor',
    file: 'src/features/messages/response/backoff.ts',
  },
  {
    question: 'Somebody who was coming to a workshop cancels: where is their place made free again?',
    symbol: 'leave',
    file: 'src/features/workshops/seats/usecases.ts',
  },
  {
    question: 'A place at a full workshop comes free: where is it decided which of those who wait gets it?',
    symbol: 'promote',
    file: 'src/features/workshops/seats/waiting-list-usecases.ts',
  },
  {
    question:
      'A workshop’s places are divided among Directions of very different sizes: where is it decided how many each gets, one at least?',
    symbol: 'fairQuotasOf',
    file: 'src/features/workshops/seats/quotas.ts',
  },
  {
    question:
      'The code on a workshop’s screen is photographed and sent to somebody absent: where is it decided that it is too old to check in with?',
    symbol: 'checkFresh',
    file: 'src/features/attendance/check-in-code.ts',
  },
  {
    question:
      'Somebody complains about a comment under an idea: where is it decided whether organisers are to look at it?',
    symbol: 'reportComment',
    file: 'src/features/ideas/moderation/comment-report-usecases.ts',
  },
  {
    question:
      'A manager turns an idea down: where is it decided how long they can change their mind before anybody hears of it?',
    symbol: 'TELL_AFTER',
    file: 'src/features/ideas/answers/take-back.ts',
  },
  {
    question: 'Where is it decided who may end a vote before its time?',
    symbol: 'LIFECYCLE_PERMISSIONS',
    file: 'src/features/ballots/lifecycle/domain.ts',
  },
  {
    question:
      'Somebody changes their vote in a ballot that is not secret: where are the totals of each option worked out anew?',
    symbol: 'tallyVote',
    file: 'src/features/ballots/voting/tally.ts',
  },
  {
    question:
      'Where is it decided which colleagues can read somebody’s commitment, and that nobody can once it is given up?',
    symbol: 'audienceOf',
    file: 'src/features/commitments/commitment/domain.ts',
  },
  {
    question: 'What people of a Direction do unseen becomes an estimate before it is kept: where is it made?',
    symbol: 'heldOf',
    file: 'src/features/figures/domain.ts',
  },
  {
    question: 'Where is it decided which votes are published to the outside world as open data?',
    symbol: 'mayLeave',
    file: 'src/features/ballots/ballot/domain.ts',
  },
  {
    question:
      'Somebody asks to be forgotten: where is it decided, table by table, what is deleted and what stays without them?',
    symbol: 'TRACES',
    file: 'src/features/rights/personal-data-map-store.ts',
  },
  {
    question:
      'Somebody types a title or a remark: where is it decided that it is blank, or longer than the limit it was given?',
    symbol: 'lineWithin',
    file: 'src/kernel/text/text.ts',
  },
  {
    question:
      'Teams delivers one press of a button twice: where is it decided by what the second is recognised as the same?',
    symbol: 'idempotencyKeys',
    file: 'src/conversation/protocol/idempotency-keys.ts',
  },
  {
    question:
      'A card in Teams was updated a moment ago and has changed again: where is it decided how soon the same card may follow?',
    symbol: 'nextEdit',
    file: 'src/delivery/conversation-rate.ts',
  },
  {
    question:
      'A tab calls the server: where is it decided that the sign-in it shows is genuine, and of an organisation that is let in?',
    symbol: 'createTokenCheck',
    file: 'src/http/sign-in/token.ts',
  },
  {
    question:
      'Two people write the same thing at once on PostgreSQL, which turns one of them away: where is it decided whether to try again?',
    symbol: 'mayPassNextTime',
    file: 'src/db/transactions/transact.ts',
  },
  {
    question:
      'Where is it decided what somebody still has to do, and in which order their own page lists it?',
    symbol: 'tasksOf',
    file: 'src/tabs/client/personal/tasks/tasks.ts',
  },
]
