import { pointsOn, type VoteChoice } from '../ballot/choice.ts'

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
