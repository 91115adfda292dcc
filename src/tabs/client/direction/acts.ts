import type { CommitmentView, MeTooInput } from '../../contract/commitments.ts'
import type { IdeaView } from '../../contract/ideas.ts'
import type { Board } from '../board/board.ts'
import type { DirectionSources } from './sources.ts'

const at = (path: string, id: string, act: string) => `${path}/${encodeURIComponent(id)}/${act}`

/** Everything a person can do here. Each resolves with what the server then holds. @throws Failure */
export function directionActs(board: Board<DirectionSources>) {
  const joined = (id: string) => () =>
    board.put('commitments', list => list.map(one => (one.id === id ? { ...one, joined: true } : one)))
  return {
    answer: (id: string, text: string) =>
      board.send<IdeaView>('POST', at('/ideas', id, 'answer'), { text }, () => {}),
    meToo: (id: string, input: MeTooInput) =>
      board.send<CommitmentView>('POST', at('/commitments', id, 'me-too'), input, joined(id)),
  }
}
export type DirectionActs = ReturnType<typeof directionActs>
