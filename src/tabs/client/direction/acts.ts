import type { CommitmentView, MeTooInput } from '../../contract/commitments.ts'
import type { IdeaView, StateInput } from '../../contract/ideas.ts'
import type { Board } from '../board/board.ts'
import type { DirectionSources } from './sources.ts'

const at = (path: string, id: string, act: string) => `${path}/${encodeURIComponent(id)}/${act}`

/** Everything a person can do here. Each resolves with what the server then holds. @throws Failure */
export function directionActs(board: Board<DirectionSources>) {
  const joined = (id: string) => () =>
    board.put('commitments', list => list.map(one => (one.id === id ? { ...one, joined: true } : one)))
  /** Under study it still waits; decided, it does not. */
  const stands = (view: IdeaView) =>
    board.put('waiting', ({ ideas, ...waiting }) => ({
      ...waiting,
      ideas:
        view.state === 'studied'
          ? ideas.map(one => (one.id === view.id ? { ...one, ...view } : one))
          : ideas.filter(({ id }) => id !== view.id),
    }))
  return {
    decide: (id: string, input: StateInput) =>
      board.send<IdeaView>('PUT', at('/ideas', id, 'state'), input, stands),
    answer: (id: string, text: string) =>
      board.send<IdeaView>('POST', at('/ideas', id, 'answer'), { text }, () => {}),
    meToo: (id: string, input: MeTooInput) =>
      board.send<CommitmentView>('POST', at('/commitments', id, 'me-too'), input, joined(id)),
  }
}
export type DirectionActs = ReturnType<typeof directionActs>
