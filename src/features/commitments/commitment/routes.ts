import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import {
  type CommitmentView,
  changeInput,
  commitmentEnd,
  commitmentInput,
  horizonInput,
  meTooInput,
  type NearView,
  type NoteView,
  nearQuery,
  noteInput,
  type SharedView,
  type StagesView,
  undoInput,
} from '../../../tabs/contract/commitments.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import { type Commitment, type Note, stageOf } from './domain.ts'
import type { CommitmentUsecases } from './usecases.ts'

const PAGE = 50
const SHARED_PAGE = 20
const NOTES_PAGE = 20

type Viewing = { readonly commitments: CommitmentUsecases; readonly zone: string }

function viewOf({ commitments, zone }: Viewing, commitment: Commitment): CommitmentView {
  const { id, axis, text, horizon, visibility, state, endedAt, notes, lastNote, inspiredBy } = commitment
  const { rewordedAt } = commitment
  const undoUntil = commitments.undoUntil(commitment)
  return {
    id,
    axis,
    text,
    horizon,
    visibility,
    state,
    stage: stageOf(commitment),
    ...(endedAt !== undefined && { endedOn: dateIn(endedAt, zone) }),
    notes,
    ...(lastNote && { lastNote: { text: lastNote.text, on: dateIn(lastNote.at, zone) } }),
    ...(inspiredBy !== undefined && { inspiredBy }),
    ...(rewordedAt !== undefined && { rewordedOn: dateIn(rewordedAt, zone) }),
    ...(undoUntil !== undefined && { undoUntil }),
  }
}

function noteView({ id, text, at }: Note, zone: string): NoteView {
  return { id, text, on: dateIn(at, zone) }
}

/** What one does with one's own. */
function ownRoutes(viewing: Viewing): ApiRoute[] {
  const { commitments, zone } = viewing
  const view = (commitment: Commitment) => viewOf(viewing, commitment)
  return [
    {
      method: 'get',
      path: '/commitments',
      run: async ({ actor, query }) => {
        const { items, ...rest } = await commitments.mine(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(view), ...rest }
      },
    },
    {
      method: 'post',
      path: '/commitments',
      run: async ({ actor, body }) => {
        const { nonce, idea, ...intention } = parse(commitmentInput, body)
        const answering = { ...intention, ...(idea !== undefined && { idea }) }
        return view(await commitments.take(actor, answering, [formKey(actor.id, nonce, answering)]))
      },
    },
    {
      method: 'post',
      path: '/commitments/:id/end',
      run: async ({ actor, params, body }) =>
        view(await commitments.end(actor, parse(idParams, params).id, parse(commitmentEnd, body).state)),
    },
    {
      method: 'get',
      path: '/commitments/:id',
      run: async ({ actor, params }) => view(await commitments.show(actor, parse(idParams, params).id)),
    },
    {
      method: 'get',
      path: '/commitments/:id/notes',
      run: async ({ actor, params, query }): Promise<Page<NoteView>> => {
        const { id } = parse(idParams, params)
        const { after } = parse(pageQuery, query)
        const { items, ...rest } = await commitments.notes(actor, id, NOTES_PAGE, after)
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
        return view(await commitments.note(actor, id, text, keys))
      },
    },
  ]
}

/** What one changes of one's own, and takes back. */
function changeRoutes(viewing: Viewing): ApiRoute[] {
  const { commitments } = viewing
  const view = (commitment: Commitment) => viewOf(viewing, commitment)
  return [
    {
      method: 'put',
      path: '/commitments/:id',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { nonce, ...given } = parse(changeInput, body)
        const keys = [formKey(actor.id, nonce, { commitment: id, ...given })]
        return view(await commitments.change(actor, id, given, keys))
      },
    },
    {
      method: 'put',
      path: '/commitments/:id/horizon',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        return view(await commitments.move(actor, id, parse(horizonInput, body).horizon))
      },
    },
    {
      method: 'post',
      path: '/commitments/:id/undo',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        return view(await commitments.undoEnd(actor, id, parse(undoInput, body).until))
      },
    },
  ]
}

/** What one sees of colleagues', and takes up. */
function sharedRoutes(viewing: Viewing): ApiRoute[] {
  const { commitments } = viewing
  return [
    {
      method: 'get',
      path: '/commitments/shared',
      run: async ({ actor }): Promise<readonly SharedView[]> => commitments.shared(actor),
    },
    {
      method: 'get',
      path: '/commitments/near',
      run: async ({ actor, query }): Promise<Page<NearView>> => {
        const { axis, after } = parse(nearQuery, query)
        return commitments.near(actor, axis, SHARED_PAGE, after)
      },
    },
    {
      method: 'get',
      path: '/directions/:id/commitments',
      run: async ({ actor, params, query }): Promise<Page<NearView>> =>
        commitments.ofDirection(
          actor,
          parse(idParams, params).id,
          SHARED_PAGE,
          parse(pageQuery, query).after,
        ),
    },
    {
      method: 'get',
      path: '/directions/:id/commitments/stages',
      run: async ({ actor, params }): Promise<readonly StagesView[]> =>
        commitments.stagesOf(actor, parse(idParams, params).id),
    },
    {
      method: 'post',
      path: '/commitments/:id/me-too',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { nonce, ...own } = parse(meTooInput, body)
        const keys = [formKey(actor.id, nonce, { inspiredBy: id, ...own })]
        return viewOf(viewing, await commitments.meToo(actor, id, own, keys))
      },
    },
  ]
}

export function commitmentRoutes(commitments: CommitmentUsecases, zone: string): ApiRoute[] {
  const viewing = { commitments, zone }
  return [...ownRoutes(viewing), ...changeRoutes(viewing), ...sharedRoutes(viewing)]
}
