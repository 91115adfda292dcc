import type { bootstrap } from '../bootstrap.ts'
import { CARDS_FOLDER, createRender } from '../cards/render.ts'
import type { Config } from '../config/index.ts'
import { wireAudit } from '../features/audit/wire.ts'
import { wireChannels } from '../features/channels/wire.ts'
import { wireGrounding } from '../features/grounding/wire.ts'
import { wireMessages } from '../features/messages/wire.ts'
import { wirePeople } from '../features/people/wire.ts'
import { wireProgramme } from '../features/programme/wire.ts'
import { wireThread } from '../features/thread/wire.ts'
import { languageChoices } from '../i18n/choices.ts'
import { tabLinks } from '../kernel/requests/tab-link.ts'
import type { PartialLanguage } from '../kernel/text/language.ts'
import type { Teams } from '../teams/index.ts'
import { METHOD_REACH as reach } from './method-reach.ts'
import { METHOD_RULES as rules } from './method-rules.ts'

export type Base = Awaited<ReturnType<typeof bootstrap>>
export type TeamsCalls = Pick<Teams, 'channelsOf'> & Partial<Pick<Teams, 'membersOf' | 'memberOf'>>

/** What the leftmost features ask of those to the right. */
type Later = {
  /** Since when the programme is closed (milliseconds). */
  readonly closedAt: () => Promise<number | undefined>
  readonly openNow: Parameters<typeof wirePeople>[1]['openNow']
}

/** The features that all others use: who acts, where, what is recorded and sent. */
export function wireFoundation(config: Config, base: Base, teams: TeamsCalls, { closedAt, openNow }: Later) {
  const { clock, ids, log, database, programme, followed, words, partials, firstLanguage } = base
  const { transact, read, once, note, posts } = database
  const { organisers, teamsAppId, tenants, guests, linkSecret } = config
  const { channelsOf, membersOf, memberOf } = teams
  const { zone, language: home, directions, privacy } = programme
  const { usecases: grounding, rewording } = wireGrounding(base.assistant)
  const auditWire = wireAudit({ transact, read, once, clock, ids, zone, directions, words })
  const { record: audit, roleChanged, deferred: auditDeferred } = auditWire.usecases
  const tabLink = tabLinks(config)
  const render = createRender(programme.words, tabLink, CARDS_FOLDER, partials)
  const storage = { transact, read, once, note, audit, roleChanged }
  const wiring = { ...storage, clock, ids, log, words, render, zone, home, tabLink }
  const account = {
    organisers,
    teamsAppId,
    tenants,
    guests,
    linkSecret,
    firstLanguage,
    languages: languageChoices(partials),
    hasAssistant: grounding.name !== '',
  }
  // People are to the right of the programme, and its versions name who made them.
  const names = (of: readonly string[]) => people.names(of)
  const programmeWire = wireProgramme(wiring, {
    programme,
    rules,
    closedAt,
    followed,
    reach,
    names,
    partialTexts: language => partials.get(language as PartialLanguage),
  })
  const peopleWire = wirePeople(wiring, {
    ...account,
    directions,
    axes: () => programme.axes,
    privacy,
    openNow,
    membersOf,
    memberOf,
  })
  const { usecases: people } = peopleWire
  const channelWire = wireChannels(wiring, { programme, people, channelsOf, forget: posts.forget })
  const messageWire = wireMessages(wiring, { programme, people, linkSecret })
  const { usecases: thread } = wireThread(wiring, people)
  return {
    wiring,
    grounding,
    rewording,
    auditWire,
    auditDeferred,
    programmeWire,
    peopleWire,
    channelWire,
    messageWire,
    thread,
  }
}
