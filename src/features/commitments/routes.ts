import { formKey } from '../../kernel/once.ts'
import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { dateIn } from '../../kernel/zone.ts'
import {
  type CommitmentView,
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
} from '../../tabs/contract/commitments.ts'
import { idParams, type Page, pageQuery } from '../../tabs/contract/common.ts'
import { type Commitment, type Note, stageOf } from './domain.ts'
import type { CommitmentUsecases } from './usecases.ts'

const PAGE = 50
const SHARED_PAGE = 20
const NOTES_PAGE = 20

function viewOf(commitment: Commitment, zone: string): CommitmentView {
  const { id, axis, text, horizon, visibility, state, endedAt, notes, lastNote, inspiredBy } = commitment
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
  }
}

function noteView({ id, text, at }: Note, zone: string): NoteView {
  return { id, text, on: dateIn(at, zone) }
}

/** What one does with one's own. */
function ownRoutes(commitments: CommitmentUsecases, zone: string): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/commitments',
      run: async ({ actor, query }) => {
        const { items, ...rest } = await commitments.mine(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(item => viewOf(item, zone)), ...rest }
      },
    },
    {
      method: 'post',
      path: '/commitments',
      run: async ({ actor, body }) => {
        const { nonce, idea, ...intention } = parse(commitmentInput, body)
        const answering = { ...intention, ...(idea !== undefined && { idea }) }
        return viewOf(await commitments.take(actor, answering, [formKey(actor.id, nonce, answering)]), zone)
      },
    },
    {
      method: 'post',
      path: '/commitments/:id/end',
      run: async ({ actor, params, body }) =>
        viewOf(
          await commitments.end(actor, parse(idParams, params).id, parse(commitmentEnd, body).state),
          zone,
        ),
    },
    {
      method: 'get',
      path: '/commitments/:id',
      run: async ({ actor, params }) =>
        viewOf(await commitments.show(actor, parse(idParams, params).id), zone),
    },
    {
      method: 'put',
      path: '/commitments/:id/horizon',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        return viewOf(await commitments.move(actor, id, parse(horizonInput, body).horizon), zone)
      },
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
        return viewOf(await commitments.note(actor, id, text, keys), zone)
      },
    },
  ]
}

/** What one sees of colleagues', and takes up. */
function sharedRoutes(commitments: CommitmentUsecases, zone: string): ApiRoute[] {
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
        return viewOf(await commitments.meToo(actor, id, own, keys), zone)
      },
    },
  ]
}

export function commitmentRoutes(commitments: CommitmentUsecases, zone: string): ApiRoute[] {
  return [...ownRoutes(commitments, zone), ...sharedRoutes(commitments, zone)]
}
