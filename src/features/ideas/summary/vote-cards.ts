import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { SafeText } from '../../../kernel/text/card.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { WorkshopVote } from './vote.ts'

/** How a vote came out, in a line; its figures, and by when what follows is said. */
export type VoteTexts = {
  readonly question: SafeText
  readonly outcome: string
  readonly detail: string
}

function countOf({ say }: Words, { kind }: WorkshopVote, votes: number): string {
  const count = exact('open-ballot', votes)
  return kind === 'dots' ? say('ballot.points', { count }) : say('ballot.count', { count })
}

/** How text of users is put in: on a card what could be markup is escaped. */
type Quoting = (text: string) => string

/** « « Un banc » arrive en tête », « Aucun vote exprimé » */
export function voteOutcome(
  { say, shortDay, time }: Words,
  vote: WorkshopVote,
  quoted: Quoting = safe,
): string {
  const [first, second, ...more] = vote.winners.map(({ title }) => quoted(title))
  switch (vote.outcome) {
    case 'open':
      return say('harvest.summary.vote.open', { date: shortDay(vote.closesAt), time: time(vote.closesAt) })
    case 'none':
      return say('ballot.none')
    case 'no-quorum':
      return say('ballot.noQuorum')
    case 'won':
      return say('ballot.won', { title: first ?? '' })
    case 'tie':
      return more.length > 0
        ? say('ballot.tie', { count: vote.winners.length })
        : say('ballot.tie.two', { first: first ?? '', second: second ?? '' })
    default:
      return say(`ballot.${vote.outcome}`)
  }
}

/** « La suite sera dite avant le 30 mai. », « Sans suite : trop peu de voix »; '' where steps say it, or the summary. */
export function voteFollows(words: Words, { follows }: WorkshopVote, quoted: Quoting = safe): string {
  if (!follows) return ''
  if ('none' in follows)
    return follows.word === undefined
      ? words.say('ballot.sequel.none.line')
      : words.say('ballot.sequel.none.word', { word: quoted(follows.word) })
  const date = words.shortDay(momentOf(follows.by, '12:00', words.zone) ?? 0)
  return words.say(follows.late ? 'ballot.sequel.late' : 'ballot.sequel.awaited', { date })
}

/** « 57 points · 31 votes » */
export function voteFigures(words: Words, vote: WorkshopVote): string {
  const [first] = vote.winners
  const votes = exact('open-ballot', vote.votes)
  return [
    ...(first ? [countOf(words, vote, first.votes)] : []),
    ...(vote.votes > 0 ? [words.say('ballot.turnout.votes', { votes })] : []),
  ].join(' · ')
}

export function voteTexts(words: Words, vote: WorkshopVote): VoteTexts {
  const detail = [voteFigures(words, vote), voteFollows(words, vote)].filter(text => text !== '').join(' · ')
  return { question: safe(vote.question), outcome: voteOutcome(words, vote), detail }
}
