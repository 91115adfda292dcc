import type { CommitmentView, MeTooInput } from '../../../contract/commitments.ts'
import type { IdeaView, StateInput } from '../../../contract/ideas/ideas.ts'
import type { PostInput, PostPlacesView } from '../../../contract/nudges.ts'
import type { DirectionSources } from '../sources/direction.ts'
import type { Store } from '../store/store.ts'

const pathOf = (path: string, id: string, act: string) => `${path}/${encodeURIComponent(id)}/${act}`

/** Everything a person can do here. Each resolves with what the server then holds. @throws Failure */
export function directionActs(store: Store<DirectionSources>) {
  const joined = (id: string) => () =>
    store.put('commitments', list => list.map(one => (one.id === id ? { ...one, joined: true } : one)))
  /** Keeps the row as decided or answered until others see that; fields that no longer apply are dropped. */
  const stands = (view: IdeaView) =>
    store.put('waiting', ({ ideas, ...waiting }) => ({
      ...waiting,
      ideas: ideas.map(one => (one.id === view.id ? { ...view, waitingDays: one.waitingDays ?? 0 } : one)),
    }))
  return {
    decide: (id: string, input: StateInput) =>
      store.send<IdeaView>('PUT', pathOf('/ideas', id, 'state'), input, stands),
    answer: (id: string, text: string) =>
      store.send<IdeaView>('POST', pathOf('/ideas', id, 'answer'), { text }, stands),
    takeBack: (id: string, at: number) =>
      store.send<IdeaView>('POST', pathOf('/ideas', id, 'take-back'), { at }, stands),
    meToo: (id: string, input: MeTooInput) =>
      store.send<CommitmentView>('POST', pathOf('/commitments', id, 'me-too'), input, joined(id)),
    post: (direction: string, input: PostInput) =>
      store.send<PostPlacesView>('POST', pathOf('/directions', direction, 'posts'), input, () => undefined),
  }
}
export type DirectionActs = ReturnType<typeof directionActs>
