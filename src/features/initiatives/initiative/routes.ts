import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import {
  carryInput,
  type InitiativeSheet,
  type InitiativeView,
  initiativeQuery,
  inspireInput,
  membershipInput,
  ownerInput,
  sheetInput,
} from '../../../tabs/contract/initiatives.ts'
import { idParams, type Page } from '../../../tabs/contract/primitives.ts'
import { type InitiativeSeen, mayEdit, type SheetSeen } from './domain.ts'
import type { InitiativeUsecases } from './usecases.ts'

const PAGE = 24

/** How many people took a commitment from an idea and show it to everyone. */
export type Committed = (idea: string) => Promise<Shown>

function viewOf(initiative: InitiativeSeen): InitiativeView {
  const { id, idea, title, problem, phase, ownerName, members, joined, mine, at } = initiative
  return {
    id,
    idea: id,
    title,
    ...(idea.axis !== undefined && { axis: idea.axis }),
    ...(idea.direction !== undefined && { direction: idea.direction }),
    problem,
    phase,
    ...(ownerName !== '' && { owner: ownerName }),
    supports: exact('supports', idea.supports),
    directions: exact('supports', idea.directions),
    members: exact('shared', members),
    supported: idea.supported,
    ...((idea.mine || idea.wroteJoined) && { supportStays: true }),
    joined,
    mine,
    at,
  }
}

function sheetView(sheet: SheetSeen, actor: { readonly id: string }, committed: Shown): InitiativeSheet {
  const { idea, story, inspiring, outcome, resources, names, heirs, others, mayCarry } = sheet
  return {
    ...viewOf(sheet),
    words: {
      text: idea.text,
      author: idea.authorName,
      ...(idea.mine && idea.unnamed && { unnamed: true as const }),
    },
    story,
    inspiring,
    outcome,
    resources,
    names,
    comments: exact('shared', idea.comments),
    committed,
    others: others.map(({ id, title, idea: { axis } }) => ({
      id,
      title,
      ...(axis !== undefined && { axis }),
    })),
    mayEdit: mayEdit(sheet, actor),
    mayCarry,
    ...(heirs.length > 0 && { heirs }),
  }
}

export function initiativeRoutes(initiatives: InitiativeUsecases, committed: Committed): ApiRoute[] {
  type Asked = Parameters<ApiRoute['run']>[0]
  const idOf = ({ params }: Asked) => parse(idParams, params).id
  const answer = async ({ actor }: Asked, sheet: SheetSeen): Promise<InitiativeSheet> =>
    sheetView(sheet, actor, await committed(sheet.id))
  const sheetOf = async (asked: Asked, id: string) => answer(asked, await initiatives.sheet(asked.actor, id))
  return [
    {
      method: 'get',
      path: '/initiatives',
      run: async ({ actor, query }): Promise<Page<InitiativeView>> => {
        const { after, mine, q = '', ...listing } = parse(initiativeQuery, query)
        const wanted = { ...listing, text: q, mine: mine === '1' }
        const { items, ...rest } = await initiatives.list(actor, wanted, PAGE, after)
        return { items: items.map(viewOf), ...rest }
      },
    },
    {
      method: 'post',
      path: '/initiatives',
      run: async asked => {
        const { nonce, idea } = parse(carryInput, asked.body)
        return answer(
          asked,
          await initiatives.carry(asked.actor, idea, [formKey(asked.actor.id, nonce, { idea })]),
        )
      },
    },
    {
      method: 'get',
      path: '/initiatives/:id',
      run: asked => sheetOf(asked, idOf(asked)),
    },
    {
      method: 'put',
      path: '/initiatives/:id',
      run: async asked =>
        answer(asked, await initiatives.edit(asked.actor, idOf(asked), parse(sheetInput, asked.body))),
    },
    {
      method: 'put',
      path: '/initiatives/:id/membership',
      run: async asked => {
        const id = idOf(asked)
        await initiatives.join(asked.actor, id, parse(membershipInput, asked.body).joined)
        return sheetOf(asked, id)
      },
    },
    {
      method: 'put',
      path: '/initiatives/:id/owner',
      run: async asked => {
        const id = idOf(asked)
        await initiatives.handOver(asked.actor, id, parse(ownerInput, asked.body).to)
        return sheetOf(asked, id)
      },
    },
    {
      method: 'post',
      path: '/initiatives/:id/inspire',
      run: async asked => {
        const id = idOf(asked)
        const { nonce, text, unnamed = false } = parse(inspireInput, asked.body)
        const keys = [formKey(asked.actor.id, nonce, { inspiredBy: id, text })]
        return { idea: (await initiatives.inspire(asked.actor, id, { text, unnamed }, keys)).id }
      },
    },
  ]
}
