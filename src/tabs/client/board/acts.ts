import type { BallotView } from '../../contract/ballots.ts'
import type { CommitmentInput, CommitmentView } from '../../contract/commitments.ts'
import type { IdeaView } from '../../contract/ideas.ts'
import type { MeInput, MeView } from '../../contract/people.ts'
import type { WorkshopView } from '../../contract/workshops.ts'
import type { Board } from './board.ts'

type Named = { readonly id: string }
type IdeaInput = { readonly nonce: string; readonly axis: string; readonly text: string }

/** `list` with `item` in the place of the one of that id, or at the head when it is new. */
function placed<T extends Named>(list: readonly T[], item: T): readonly T[] {
  if (!list.some(({ id }) => id === item.id)) return [item, ...list]
  return list.map(one => (one.id === item.id ? item : one))
}

const at = (path: string, id: string, act: string) => `${path}/${encodeURIComponent(id)}/${act}`

/** Everything a person can do here. Each resolves with what the server then holds. @throws Failure */
export function actsOn(board: Board) {
  const commitment = (view: CommitmentView) => board.put('commitments', list => placed(list, view))
  const ballot = (view: BallotView) => board.put('ballots', list => placed(list, view))
  const workshop = (view: WorkshopView) => board.put('workshops', list => placed(list, view))
  const myIdea = (view: IdeaView) => board.put('myIdeas', list => placed(list, view))
  const idea = (view: IdeaView) => board.put('ideas', list => placed(list, view))
  const me = (view: MeView) => board.put('me', () => view)
  return {
    commit: (input: CommitmentInput) => board.send('POST', '/commitments', input, commitment),
    end: (id: string, state: 'kept' | 'let-go') =>
      board.send('POST', at('/commitments', id, 'end'), { state }, commitment),
    answer: (id: string, answer: 'yes' | 'no') =>
      board.send('PUT', at('/workshops', id, 'answer'), { answer }, workshop),
    vote: (id: string, option: string) => board.send('PUT', at('/ballots', id, 'vote'), { option }, ballot),
    propose: (input: IdeaInput) => board.send('POST', '/ideas', input, myIdea),
    setAxis: (id: string, axis: string) => board.send('PUT', at('/ideas', id, 'axis'), { axis }, myIdea),
    support: (id: string, support: boolean) =>
      board.send('PUT', at('/ideas', id, 'support'), { support }, idea),
    correctMe: (input: MeInput) => board.send('PUT', '/me', input, me),
  }
}
export type Acts = ReturnType<typeof actsOn>
