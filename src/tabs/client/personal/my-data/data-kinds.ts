import type { Key } from '../../../../i18n/words.ts'
import type { DataPart } from '../../../../kernel/personal-data/data-part.ts'
import type { HeldView } from '../../../contract/rights.ts'
import type { SourceName } from '../../data/sources/sources.ts'

/** Labels of related rows, by kind. */
export const AROUND: Readonly<Record<HeldView['parts'][number]['around'][number]['kind'], Key>> = {
  note: 'data.around.note',
  support: 'data.around.support',
  comment: 'data.around.comment',
  initiative: 'data.around.initiative',
  choice: 'data.around.choice',
  attendance: 'data.around.attendance',
  need: 'data.around.need',
}

/** One kind of what is kept, and the words for it. */
export type DataKindTexts = {
  readonly id: DataPart
  /** How many there are; in full, as the page has no words but those named in it. */
  readonly held: Key
  readonly title: Key
  readonly what: Key
  readonly why: Key
  readonly until: Key
  readonly seen: Key
  /** The list of the page that has them. */
  readonly source?: SourceName
}

/** What is kept of a person, as docs/donnees.md has it column by column. */
export const KINDS: readonly DataKindTexts[] = [
  {
    id: 'self',
    held: 'data.held.self',
    title: 'data.self',
    what: 'data.self.what',
    why: 'data.self.why',
    until: 'data.self.until',
    seen: 'data.self.seen',
  },
  {
    id: 'commitments',
    held: 'data.held.commitments',
    title: 'data.commitments',
    what: 'data.commitments.what',
    why: 'data.commitments.why',
    until: 'data.commitments.until',
    seen: 'data.commitments.seen',
    source: 'commitments',
  },
  {
    id: 'ideas',
    held: 'data.held.ideas',
    title: 'data.ideas',
    what: 'data.ideas.what',
    why: 'data.ideas.why',
    until: 'data.ideas.until',
    seen: 'data.ideas.seen',
    source: 'myIdeas',
  },
  {
    id: 'votes',
    held: 'data.held.votes',
    title: 'data.votes',
    what: 'data.votes.what',
    why: 'data.votes.why',
    until: 'data.votes.until',
    seen: 'data.votes.seen',
  },
  {
    id: 'workshops',
    held: 'data.held.workshops',
    title: 'data.workshops',
    what: 'data.workshops.what',
    why: 'data.workshops.why',
    until: 'data.workshops.until',
    seen: 'data.workshops.seen',
  },
  {
    id: 'messages',
    held: 'data.held.messages',
    title: 'data.messages',
    what: 'data.messages.what',
    why: 'data.messages.why',
    until: 'data.messages.until',
    seen: 'data.messages.seen',
  },
  {
    id: 'journal',
    held: 'data.held.journal',
    title: 'data.journal',
    what: 'data.journal.what',
    why: 'data.journal.why',
    until: 'data.journal.until',
    seen: 'data.journal.seen',
  },
  {
    id: 'charge',
    held: 'data.held.charge',
    title: 'data.charge',
    what: 'data.charge.what',
    why: 'data.charge.why',
    until: 'data.charge.until',
    seen: 'data.charge.seen',
  },
  {
    id: 'passing',
    held: 'data.held.passing',
    title: 'data.passing',
    what: 'data.passing.what',
    why: 'data.passing.why',
    until: 'data.passing.until',
    seen: 'data.passing.seen',
  },
]
