import type {
  ChangeInput,
  CommitmentInput,
  CommitmentView,
  Visibility,
} from '../../../contract/commitments.ts'
import { pathTo, placed } from '../store/lists.ts'
import type { Board } from '../store/store.ts'

type NoteInput = { readonly nonce: string; readonly text: string }
type MeTooInput = { readonly nonce: string; readonly horizon: string; readonly visibility: Visibility }

/** What a person can do about commitments. */
export function commitmentActs(board: Board) {
  const mine = (view: CommitmentView) => board.put('commitments', list => placed(list, view))
  const path = (id: string, act: string) => pathTo('/commitments', id, act)
  return {
    commit: (input: CommitmentInput) => board.send('POST', '/commitments', input, mine),
    end: (id: string, state: 'kept' | 'let-go') => board.send('POST', path(id, 'end'), { state }, mine),
    /** Gives back the state before the ending that can be taken back until then (ms). */
    undoEnd: (id: string, until: number) => board.send('POST', path(id, 'undo'), { until }, mine),
    change: (id: string, input: ChangeInput) =>
      board.send('PUT', `/commitments/${encodeURIComponent(id)}`, input, mine),
    takeStock: (id: string, input: NoteInput) => board.send('POST', path(id, 'notes'), input, mine),
    /** Takes a commitment of one's own after a colleague's. */
    meToo: (id: string, input: MeTooInput) => board.send('POST', path(id, 'me-too'), input, mine),
  }
}
