import type { StoryInput } from '../../../contract/commitment-stories.ts'
import type {
  ChangeInput,
  CommitmentInput,
  CommitmentView,
  CommitmentVisibilityView,
} from '../../../contract/commitments.ts'
import { pathTo, placed } from '../store/lists.ts'
import type { Store } from '../store/store.ts'

type NoteInput = { readonly nonce: string; readonly text: string }
type MeTooInput = {
  readonly nonce: string
  readonly horizon: string
  readonly visibility: CommitmentVisibilityView
}

/** What a person can do about commitments. */
export function commitmentActs(store: Store) {
  const mine = (view: CommitmentView) => store.put('commitments', list => placed(list, view))
  const path = (id: string, act: string) => pathTo('/commitments', id, act)
  return {
    commit: (input: CommitmentInput) => store.send('POST', '/commitments', input, mine),
    end: (id: string, state: 'kept' | 'let-go') => store.send('POST', path(id, 'end'), { state }, mine),
    /** Gives back the state before the ending that can be taken back until then (ms). */
    undoEnd: (id: string, until: number) => store.send('POST', path(id, 'undo'), { until }, mine),
    change: (id: string, input: ChangeInput) =>
      store.send('PUT', `/commitments/${encodeURIComponent(id)}`, input, mine),
    takeStock: (id: string, input: NoteInput) => store.send('POST', path(id, 'notes'), input, mine),
    /** Tells my Direction of a kept one, or changes the words until they are published. */
    tellStory: (id: string, input: StoryInput) => store.send('PUT', path(id, 'story'), input, mine),
    withdrawStory: (id: string) => store.send('POST', path(id, 'story/withdraw'), {}, mine),
    /** Takes a commitment of one's own after a colleague's. */
    meToo: (id: string, input: MeTooInput) => store.send('POST', path(id, 'me-too'), input, mine),
  }
}
