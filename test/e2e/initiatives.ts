import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import type { InitiativeSheet } from '../../src/tabs/contract/initiatives/initiatives.ts'
import { CAMILLE, HELENE, INES, KARIM, NADIA, OWEN, type Person } from '../support/sign-in/cast.ts'
import { nonce, openSite, type Site, seat } from './site.ts'

type Written = Partial<Omit<InitiativeSheet, 'axis'>>

/** An idea of `author` that the Lab’ retained. */
export async function retain(site: Site, author: Person, axis: string, text: string): Promise<string> {
  const { id } = await site.api(author).post<IdeaView>('/ideas', { nonce: nonce(), axis, text })
  await site.stage.app.database.transact(tx => ideaStore(tx).setState(id, 'retained'))
  return id
}

/** An initiative that `owner` carries, from an idea of `author`, its sheet begun. */
export async function carry(
  site: Site,
  { owner, author = NADIA, axis = 'equipe' }: { owner: Person; author?: Person; axis?: string },
  { title = 'Le carnet de passation', ...texts }: Written = {},
): Promise<string> {
  const idea = await retain(site, author, axis, `${title}, proposé en une phrase à l’atelier.`)
  const { id } = await site.api(owner).post<InitiativeSheet>('/initiatives', { nonce: nonce(), idea })
  const empty = { problem: '', story: '', inspiring: '', outcome: '', phase: 'explore', resources: [] }
  await site.api(owner).put(`/initiatives/${id}`, { ...empty, title, ...texts })
  return id
}

export const HANDBOOK: Written = {
  title: 'Le carnet de passation',
  problem:
    'Quand quelqu’un change de poste, six mois de repères partent avec la personne\u00A0: qui appeler, où sont les dossiers. Les équipes recommencent à zéro.',
  story: 'L’idée est née à l’atelier de Carcassonne.\nLe modèle a été essayé deux fois en mai.',
  inspiring: 'Une page, cinq questions, quinze minutes avec la personne qui part.',
  phase: 'create',
  resources: [{ title: 'Le modèle d’une page', url: 'https://intranet.example/carnet?page=1' }],
}

/** Three initiatives: Karim’s handbook, which Inès joined and Camille supports; Camille’s visits; Inès’ repairs. */
export async function openInitiatives() {
  const site = await openSite()
  for (const who of [KARIM, NADIA, INES, CAMILLE, OWEN, HELENE]) await seat(site, who)
  await site.api(OWEN).put('/me', { language: 'en' })
  const repairs = await carry(
    site,
    { owner: INES, author: CAMILLE, axis: 'transitions' },
    { title: 'Réparer avant de racheter', problem: 'Ce qui se répare repart à la benne.', phase: 'test' },
  )
  site.clock.advance(60_000)
  const visits = await carry(
    site,
    { owner: CAMILLE, axis: 'territoires' },
    { title: 'Bureau ouvert au marché', problem: 'Rencontrer les habitants là où ils vivent.' },
  )
  site.clock.advance(60_000)
  const handbook = await carry(site, { owner: KARIM }, HANDBOOK)
  await site.api(INES).put(`/initiatives/${handbook}/membership`, { joined: true })
  await site.api(CAMILLE).put(`/ideas/${handbook}/support`, { support: true })
  await site
    .api(CAMILLE)
    .post(`/ideas/${handbook}/comments`, { nonce: nonce(), text: 'Partante pour l’essayer en juin.' })
  return { site, handbook, visits, repairs }
}
