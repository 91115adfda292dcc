import type { CommitmentInput, CommitmentView, Visibility } from '../../contract/commitments.ts'
import type { Board } from './board.ts'
import { pathTo, placed } from './places.ts'

type NoteInput = { readonly nonce: string; readonly text: string }
type MeTooInput = { readonly nonce: string; readonly horizon: string; readonly visibility: Visibility }

/** What a person can do about commitments. */
export function commitmentActs(board: Board) {
  const mine = (view: CommitmentView) => board.put('commitments', list => placed(list, view))
  const path = (id: string, act: string) => pathTo('/commitments', id, act)
  return {
    commit: (input: CommitmentInput) => board.send('POST', '/commitments', input, mine),
    end: (id: string, state: 'kept' | 'let-go') => board.send('POST', path(id, 'end'), { state }, mine),
    move: (id: string, horizon: string) => board.send('PUT', path(id, 'horizon'), { horizon }, mine),
    takeStock: (id: string, input: NoteInput) => board.send('POST', path(id, 'notes'), input, mine),
    /** Takes a commitment of one's own after a colleague's. */
    meToo: (id: string, input: MeTooInput) => board.send('POST', path(id, 'me-too'), input, mine),
  }
}
