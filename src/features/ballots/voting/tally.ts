import { type GivenVote, pointsOn, sameChoice, type Vote, type VoteChoice } from '../ballot/choice.ts'

type OptionTotals = { readonly id: string; readonly votes: number; readonly voters: number }

/** Vote tally: the totals of a ballot and of each option once `choice` has replaced `before`, the voter's previous choice. */
export function tallyVote<T extends { readonly votes: number; readonly options: readonly OptionTotals[] }>(
  ballot: T,
  before: VoteChoice | undefined,
  choice: VoteChoice,
): T {
  const options = ballot.options.map(option => {
    const [had, has] = [pointsOn(before, option.id), pointsOn(choice, option.id)]
    const votes = option.votes + has - had
    return { ...option, votes, voters: option.voters + Math.sign(has) - Math.sign(had) }
  })
  return { ...ballot, votes: ballot.votes + (before ? 0 : 1), options }
}

/** A vote that was counted. `before`: what the person had given until then; `ballot`: with the totals just after it. */
export type CountedVote<Totals> = {
  readonly vote: Vote
  readonly before: GivenVote | undefined
  readonly change: 'none' | 'direction' | 'choice'
  readonly ballot: Totals
}

type Totals = Parameters<typeof tallyVote>[0]

/**
 * Counts votes of one ballot, one after another: the last of a person stands, and a Direction once known is kept. `given`: what each
 * person had given before.
 */
export function tallyVotes<T extends Totals>(
  ballot: T,
  given: ReadonlyMap<string, GivenVote>,
  votes: readonly Vote[],
): readonly CountedVote<T>[] {
  const standing = new Map(given)
  let now = ballot
  return votes.map(cast => {
    const before = standing.get(cast.person)
    const vote = { ...cast, direction: cast.direction ?? before?.direction }
    const same = sameChoice(before?.choice, vote.choice)
    if (before && same && before.direction === vote.direction)
      return { vote, before, change: 'none', ballot: now }
    standing.set(vote.person, vote)
    if (same) return { vote, before, change: 'direction', ballot: now }
    now = tallyVote(now, before?.choice, vote.choice)
    return { vote, before, change: 'choice', ballot: now }
  })
}
