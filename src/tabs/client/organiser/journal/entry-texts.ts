import type { Key } from '../../../../i18n/words.ts'
import { amountsOf, withoutAmounts } from '../../../../kernel/access/amounts.ts'
import type { AuditView } from '../../../contract/audit.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { sectionAddress } from '../parts/address.ts'
import { ACTS } from './act-texts.ts'
import { AMOUNT_WORDS, DETAILS, TABLES } from './detail-texts.ts'

const REASONS = {
  'role-needed': 'journal.reason.role-needed',
  'not-yours': 'journal.reason.not-yours',
  'form-of-other': 'journal.reason.form-of-other',
  'direction-not-led': 'journal.reason.direction-not-led',
  'foreign-tenant': 'journal.reason.foreign-tenant',
  'guest-account': 'journal.reason.guest-account',
} as const satisfies Record<string, Key>

export const ROLE_WORDS = {
  agent: 'role.agent',
  pilot: 'role.pilot',
  manager: 'role.manager',
  organiser: 'role.organiser',
  observer: 'role.observer',
  operator: 'journal.role.operator',
  stranger: 'journal.role.stranger',
} as const satisfies Record<AuditView['role'], Key>

export const DOOR_WORDS = {
  chat: 'journal.door.chat',
  tab: 'journal.door.tab',
  command: 'journal.door.command',
} as const satisfies Record<AuditView['door'], Key>

const WORDS: ReadonlyMap<string, Key> = new Map(
  Object.values(ACTS).flatMap(({ acts }) => Object.entries<Key>(acts)),
)
const ABOUT: ReadonlyMap<string, Key> = new Map([
  ...Object.entries(ACTS).map(([feature, { about }]): [string, Key] => [feature, about]),
  // As addresses of the API call them.
  ['announced', ACTS.channels.about],
  ['closing', ACTS.closeout.about],
  ['directions', ACTS.people.about],
  ['merges', ACTS.ideas.about],
  ['pilots', ACTS.people.about],
  ['planning', ACTS.workshops.about],
  ['reach', ACTS.people.about],
  ['series', ACTS.workshops.about],
])

/** What of the programme an act is about: of `ideas.hide` and of `post /ideas/:id/hide` the ideas. */
function featureOf(act: string): string {
  return act.includes('/') ? (act.split('/')[1] ?? '') : (act.split('.')[0] ?? '')
}

/** Text of an act, with its detail where there is one; else with what it is about; undefined for an unknown act. */
export function actKey({ act, thing }: Pick<AuditView, 'act' | 'thing'>): Key | undefined {
  const said = withoutAmounts(thing)
  const detail = said.slice(said.lastIndexOf(':') + 1)
  const details = Object.hasOwn(DETAILS, act) ? DETAILS[act] : undefined
  return (
    (details && Object.hasOwn(details, detail) ? details[detail] : undefined) ??
    WORDS.get(act) ??
    ABOUT.get(featureOf(act))
  )
}

/** Whether the words say the act itself. */
export function isNamed({ act }: Pick<AuditView, 'act'>): boolean {
  return WORDS.has(act)
}

/** Why it was refused. */
export function reasonKey(refused: string): Key {
  return Object.hasOwn(REASONS, refused) ? REASONS[refused as keyof typeof REASONS] : 'journal.reason.other'
}

/** The end of a pseudonym: enough to see that two entries are of one person. */
export function codeOf(who: string): string {
  return who.slice(-4).toUpperCase()
}

const FILES = ['exports.take', 'audit.export', 'people.import']

/** Which file was handed out; '' of what is no such entry. */
export function fileText({ act, thing }: AuditView, { say }: Translator): string {
  const [name = ''] = thing.split(':')
  const table = FILES.includes(act) && Object.hasOwn(TABLES, name) ? TABLES[name] : undefined
  return table ? say(table) : ''
}

/** How much of it: « 312 personnes ajoutées, 4 rôles changés »; '' where nothing is counted. */
export function amountText(entry: AuditView, { say }: Translator): string {
  return amountsOf(entry)
    .map(({ name, count }) => say(AMOUNT_WORDS[name], { count }))
    .join(', ')
}

/** Address in this tab of what an entry is about; undefined without a page. */
export function placeOf({ about }: AuditView): string | undefined {
  switch (about?.kind) {
    case 'idea':
      return sectionAddress('ideas', about.id)
    case 'workshop':
      return sectionAddress('workshops', about.id)
    case 'series':
      return sectionAddress('workshops', 'series', about.id)
    case 'ballot':
      return sectionAddress('ballots', about.id)
    case 'broadcast':
      return sectionAddress('broadcasts', about.id)
    default:
      return undefined
  }
}
