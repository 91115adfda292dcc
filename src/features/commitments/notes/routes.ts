import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import { type NoteView, noteInput } from '../../../tabs/contract/commitments.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { CommitmentNote } from '../commitment/domain.ts'
import type { CommitmentViews } from '../commitment/view-routes.ts'
import type { NoteUsecases } from './usecases.ts'

const PAGE = 20

function noteView({ id, text, at }: CommitmentNote, zone: string): NoteView {
  return { id, text, on: dateIn(at, zone) }
}

/** Private notes on one's own commitments. */
export function noteRoutes(notes: NoteUsecases, zone: string, view: CommitmentViews): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/commitments/:id/notes',
      run: async ({ actor, params, query }): Promise<Page<NoteView>> => {
        const { id } = parse(idParams, params)
        const { after } = parse(pageQuery, query)
        const { items, ...rest } = await notes.notes(actor, id, PAGE, after)
        return { items: items.map(note => noteView(note, zone)), ...rest }
      },
    },
    {
      method: 'post',
      path: '/commitments/:id/notes',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { nonce, text } = parse(noteInput, body)
        const keys = [formKey(actor.id, nonce, { commitment: id, text })]
        return view.one(actor, await notes.note(actor, id, text, keys))
      },
    },
  ]
}
