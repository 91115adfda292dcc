import type { ColleagueView } from '../../../src/tabs/contract/attendance.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { TableVoteView } from '../../../src/tabs/contract/ballots/table-votes.ts'
import type { BoxChoices, BoxView } from '../../../src/tabs/contract/ideas/boxes.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { AHMED, CAMILLE, INES, KARIM, MAELLE, NADIA, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { openRoom } from '../room.ts'
import { nonce, openSite, type Site, seat } from '../site.ts'

const PRESENT = [NADIA, KARIM, AHMED, OWEN, INES]
const SAID = [
  ['1', 'Un carnet d’arrivée d’une page, relu par la dernière personne arrivée.'],
  ['1', 'Déjeuner avec trois services pendant le premier mois.'],
  ['2', 'Dire à chaque arrivée qui appeler quand rien ne marche.'],
  ['2', 'Une visite des sites, le premier vendredi.'],
  ['2', 'Que la convocation au premier jour tienne en une page, avec un plan, un nom et un numéro.'],
] as const
const QUESTIONS = [
  'Que changer dès ce mois-ci dans l’accueil des nouvelles et des nouveaux collègues\u202F?',
  'Quelle première démarche simplifier avec les usagers interdépartementaux\u202F?',
] as const

/** A workshop that has begun, and what it is about. */
export type DayScene = { readonly site: Site; readonly workshop: string }

async function comeIn(site: Site, workshop: string, person: Person): Promise<void> {
  const path = `/attendance/${workshop}`
  const found = await site
    .api(MAELLE)
    .get<Page<ColleagueView>>(`${path}/colleagues?name=${encodeURIComponent(person.name)}`)
  await site.api(MAELLE).post(`${path}/walk-ins`, { person: found.items[0]?.id ?? '' })
}

async function sit(site: Site, workshop: string): Promise<void> {
  const lab = site.api(MAELLE)
  await lab.post(`/workshops/${workshop}/tables`, { wanted: { tables: 2 }, nonce: nonce() })
  await lab.post(`/workshops/${workshop}/tables/show`, {})
  for (const person of PRESENT) await comeIn(site, workshop, person)
  const lines = SAID.map(([table, text]) => ({ key: nonce(), text, axis: 'employeur', table }))
  await lab.post(`/workshops/${workshop}/harvest`, { lines })
}

/** One for each table, the first of them closed; then the room's. */
async function vote(site: Site, workshop: string): Promise<void> {
  const lab = site.api(MAELLE)
  const held: BallotView[] = []
  for (const table of ['1', '2'])
    held.push(
      (await lab.post<TableVoteView>(`/workshops/${workshop}/table-vote`, { nonce: nonce(), table })).ballot,
    )
  const [first] = held
  await lab.post(`/ballots/${first?.id}/close`, {})
}

async function askInChannels(site: Site): Promise<void> {
  const lab = site.api(MAELLE)
  const { channels } = await lab.get<BoxChoices>('/idea-boxes/choices')
  for (const [at, question] of QUESTIONS.entries()) {
    const body = { nonce: nonce(), question, channel: channels[0]?.id ?? '' }
    const { id } = await lab.post<BoxView>('/idea-boxes', body)
    const answer = { box: id, nonce: '', text: SAID[at]?.[1] ?? '', axis: 'employeur' }
    await site.stage.as(CAMILLE).presses('ideas.submit', answer, { in: 'channel', card: `box-${at}` })
    if (at === 1) await lab.put(`/idea-boxes/${id}/closed`, { closed: true })
  }
}

/** The middle of a workshop: people at two tables, their ideas, their votes; two questions in a channel. */
export async function openDay(): Promise<DayScene> {
  const site = await openSite()
  const workshop = await openRoom(site, PRESENT, CAMILLE)
  await seat(site, MAELLE)
  await sit(site, workshop)
  await vote(site, workshop)
  await askInChannels(site)
  await site.stage.settle()
  return { site, workshop }
}
