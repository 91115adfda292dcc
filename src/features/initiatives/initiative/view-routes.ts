import type { Actor } from '../../../kernel/access/actor.ts'
import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest } from '../../../kernel/requests/route.ts'
import type { InitiativeSheet, InitiativeView } from '../../../tabs/contract/initiatives/initiatives.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { type InitiativeListed, type Lineage, MOST_COUNTED, mayEdit, type SheetSeen } from './domain.ts'

/** Number of people with a commitment from the idea that everyone sees. */
type CommittedCount = (idea: string) => Promise<Shown>

/** Characters of why a trial was stopped, as a card begins it. */
const WHY_LENGTH = 240

export function viewOf(initiative: InitiativeListed): InitiativeView {
  const { id, idea, title, problem, phase, trial, why, testers, ownerName, members, joined, mine, at } =
    initiative
  return {
    id,
    idea: id,
    title,
    ...(idea.axis !== undefined && { axis: idea.axis }),
    ...(idea.direction !== undefined && { direction: idea.direction }),
    problem,
    phase,
    ...(trial !== undefined && { trial }),
    ...(why !== undefined && { why: [...why].slice(0, WHY_LENGTH).join('') }),
    ...(testers !== undefined && { testers: exact('shared', testers) }),
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

function lineageView({ from, taken, ideas }: Lineage): InitiativeSheet['lineage'] {
  if (!from && taken + ideas === 0) return undefined
  return {
    ...(from && { from }),
    taken: exact('ideas', Math.min(taken, MOST_COUNTED)),
    ...(taken > MOST_COUNTED && { more: true as const }),
    ideas: exact('ideas', Math.min(ideas, MOST_COUNTED)),
  }
}

function sheetView(sheet: SheetSeen, actor: { readonly id: string }, committed: Shown): InitiativeSheet {
  const { idea, story, inspiring, outcome, resources, names, heirs, others, mayCarry, hypothesis } = sheet
  const lineage = lineageView(sheet.lineage)
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
    ...(lineage && { lineage }),
    ...(hypothesis && { tried: { ifWe: hypothesis.ifWe, expected: hypothesis.expected } }),
    mayEdit: mayEdit(sheet, actor),
    mayCarry,
    ...(idea.next && { next: idea.next }),
    ...(heirs.length > 0 && { heirs }),
  }
}

export const idOf = ({ params }: ApiRequest) => parse(idParams, params).id

type Parts = {
  /** The actor's view of the sheet. */
  readonly sheet: (actor: Actor, id: string) => Promise<SheetSeen>
  readonly committed: CommittedCount
}

export type SheetViews = ReturnType<typeof sheetViews>

/** A sheet as the tab shows it. */
export function sheetViews({ sheet, committed }: Parts) {
  const answer = async ({ actor }: ApiRequest, seen: SheetSeen): Promise<InitiativeSheet> =>
    sheetView(seen, actor, await committed(seen.id))
  const sheetOf = async (asked: ApiRequest, id: string) => answer(asked, await sheet(asked.actor, id))
  return { answer, sheetOf }
}
