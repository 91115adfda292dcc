import { open } from '../../../db/index.ts'
import type { Tables } from '../../../db/tables/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Idea } from './domain.ts'

export type IdeaRow = Tables['idea']

/** Ideas that everybody sees and acts on: neither taken back, nor hidden, nor merged into another. */
export function actableIdeas(tx: Tx) {
  return open(tx)
    .selectFrom('idea')
    .selectAll()
    .where('state', 'not in', ['withdrawn', 'merged'])
    .where('hidden_at', 'is', null)
}

function answerOf({ answer, answered_by, answered_as, answered_at }: IdeaRow): Pick<Idea, 'answer'> {
  if (answer === null || answered_by === null || answered_as === null || answered_at === null) return {}
  return { answer: { text: answer, by: answered_by, as: answered_as, at: answered_at } }
}

function decisionOf(row: IdeaRow): Pick<Idea, 'decision'> {
  const { decision: step, decided_by: by, decided_as: as, decided_at: at, reason, decisions: turn } = row
  if (step === null || by === null || as === null || at === null) return {}
  return { decision: { step, by, as, at, turn, ...(reason !== null && { reason }) } }
}

function hidingOf({ hidden_at, hidden_by, hidden_reason }: IdeaRow): Pick<Idea, 'hidden'> {
  if (hidden_at === null || hidden_by === null || hidden_reason === null) return {}
  return { hidden: { at: hidden_at, by: hidden_by, reason: hidden_reason } }
}

function originOf({
  workshop_id: workshop,
  workshop_title: title,
  workshop_table: table,
}: IdeaRow): Pick<Idea, 'origin'> {
  if (workshop === null || title === null) return {}
  return { origin: { workshop, title, ...(table !== null && { table }) } }
}

function creditOf({ credit, credit_name }: IdeaRow): Pick<Idea, 'credit'> {
  return credit === null ? {} : { credit: { by: credit, name: credit_name ?? '' } }
}

/** Directions so small that naming one would identify who wrote an idea without a name. */
export type Small = ReadonlySet<string>
export const NONE: Small = new Set()

/** The idea's Direction; none where it would identify an author who is not named. */
function directionOf({ direction, unnamed }: IdeaRow, small: Small): Pick<Idea, 'direction'> {
  return direction === null || (unnamed === 1 && small.has(direction)) ? {} : { direction }
}

function dueOf({ due_on: on, due_party: by }: IdeaRow): Pick<Idea, 'due'> {
  return on === null || by === null ? {} : { due: { on, by } }
}

/** Maps a row to an idea. */
export function ideaOf(row: IdeaRow, small: Small = NONE): Idea {
  return {
    id: row.id,
    author: row.author,
    ...(row.unnamed === 1 && { unnamed: true as const }),
    ...directionOf(row, small),
    ...(row.axis !== null && { axis: row.axis }),
    text: row.text,
    state: row.state,
    ...(row.box_id !== null && { box: row.box_id }),
    ...(row.channel_id !== null && { channel: row.channel_id }),
    ...(row.address !== null && { address: row.address }),
    supports: row.supports,
    directions: row.directions,
    comments: row.comments,
    ...(row.inspired_by !== null && { inspiredBy: row.inspired_by }),
    ...originOf(row),
    ...creditOf(row),
    ...answerOf(row),
    ...decisionOf(row),
    ...hidingOf(row),
    ...(row.root !== null && { root: row.root }),
    ...dueOf(row),
    ...(row.reports > 0 && { reports: row.reports }),
    at: row.created_at,
  }
}

export function rowOf(idea: Idea): IdeaRow {
  return {
    id: idea.id,
    author: idea.author,
    unnamed: idea.unnamed ? 1 : 0,
    direction: idea.direction ?? null,
    axis: idea.axis ?? null,
    text: idea.text,
    state: idea.state,
    box_id: idea.box ?? null,
    channel_id: idea.channel ?? null,
    address: idea.address ?? null,
    supports: idea.supports,
    directions: idea.directions,
    across: 0,
    trial: null,
    comments: idea.comments,
    answer: idea.answer?.text ?? null,
    answered_by: idea.answer?.by ?? null,
    answered_as: idea.answer?.as ?? null,
    answered_at: idea.answer?.at ?? null,
    decision: idea.decision?.step ?? null,
    decided_by: idea.decision?.by ?? null,
    decided_as: idea.decision?.as ?? null,
    decided_at: idea.decision?.at ?? null,
    reason: idea.decision?.reason ?? null,
    decisions: idea.decision?.turn ?? 0,
    inspired_by: idea.inspiredBy ?? null,
    workshop_id: idea.origin?.workshop ?? null,
    workshop_title: idea.origin?.title ?? null,
    workshop_table: idea.origin?.table ?? null,
    credit: idea.credit?.by ?? null,
    credit_name: idea.credit?.name ?? null,
    created_at: idea.at,
    hidden_at: null,
    hidden_by: null,
    hidden_reason: null,
    reports: 0,
    reported_at: null,
    merged_into: null,
    root: null,
    clock_on: null,
    clock_party: null,
    due_on: null,
    due_party: null,
  }
}
