import { EVERYONE, type Permission } from '../../kernel/access/permission.ts'
import { DATA_PARTS, type DataAround, type DataPart } from '../../kernel/personal-data/data-part.ts'

export { DATA_PARTS as PARTS, type DataPart as Part }

/** A row without what it says of others. */
export type HeldRow = Readonly<Record<string, string | number | null>>

/** Rows of one table and reason. `name`: table and column that designates the person. */
export type TableRows = { readonly part: DataPart; readonly name: string; readonly rows: readonly HeldRow[] }

/** A choice in a vote; `points`: where they are shared out. */
type ChosenOption = { readonly title: string; readonly points?: number }

/** A row, with the title of what it refers to. */
export type DataLine = {
  readonly name: string
  readonly row: HeldRow
  readonly title?: string
  readonly chosen?: ChosenOption
}

/** Number of items in a part, such as ideas; of related rows (comments on them) by kind; and of rows without a kind. */
export type PartCount = {
  readonly part: DataPart
  readonly count: number
  /** Number withdrawn by the person; absent where there are none, and for related rows. */
  readonly withdrawn?: number
  readonly around: readonly {
    readonly kind: DataAround
    readonly count: number
    readonly withdrawn?: number
  }[]
  readonly rest: number
}

/** Kinds of related rows, by name. */
export const AROUND: Readonly<Record<string, DataAround>> = {
  'commitment_note.commitment_id': 'note',
  'idea_support.person_id': 'support',
  'idea_comment.author': 'comment',
  'initiative.owner': 'initiative',
  'initiative_member.person_id': 'initiative',
  'vote_choice.person_id': 'choice',
  'attendance.person_id': 'attendance',
  'practical_need.person_id': 'need',
}

/** Titles by id, and ballots with points to share out. */
export type Naming = {
  readonly titles: ReadonlyMap<string, string>
  readonly sharedOut: ReadonlySet<string>
}

/** A row with the title of what it refers to; a choice with the question of its ballot. */
export function lineOf({ titles, sharedOut }: Naming, name: string, row: HeldRow): DataLine {
  const { workshop_id, ballot_id, option_id, idea_id, thing_id, from_id, points } = row
  const { trial_id, measure_id } = row
  const about = workshop_id ?? ballot_id ?? idea_id ?? thing_id ?? from_id ?? trial_id ?? measure_id
  const title = titles.get(String(about ?? ''))
  const choice = titles.get(String(option_id ?? ''))
  const given = sharedOut.has(String(ballot_id)) ? { points: Number(points) } : {}
  return {
    name,
    row,
    ...(title !== undefined && { title }),
    ...(choice !== undefined && { chosen: { title: choice, ...given } }),
  }
}

/** Names that count as the items of a part; in other parts every row is one. */
const THINGS: Readonly<Partial<Record<DataPart, readonly string[]>>> = {
  self: ['person.id'],
  commitments: ['commitment.person_id'],
  ideas: ['idea.author'],
  votes: ['vote.person_id', 'sealed_vote.person_id'],
  workshops: ['registration.person_id'],
  messages: ['message.person_id'],
  journal: ['audit.who'],
}

export const isThing = (part: DataPart, name: string): boolean => THINGS[part]?.includes(name) ?? true

export const RIGHTS_PERMISSIONS = {
  tell: { act: 'rights.tell', roles: EVERYONE, relation: 'own' },
  erase: { act: 'rights.erase', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>
