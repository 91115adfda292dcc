import { nextStepStore } from '../../../src/features/next-steps/step/store.ts'
import type { OwnStepView } from '../../../src/tabs/contract/next-steps.ts'
import { MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { ODILE } from '../directions.ts'
import { nonce, type Site } from '../site.ts'

const SOON = '2027-05-28'
const FAR = '2027-06-24'
const PAST = '2027-05-10'

function write(site: Site, who: Person, idea: string, text: string, due: string, mine: boolean) {
  const given = { kind: 'idea', id: idea, text, due, mine, named: mine, nonce: nonce() }
  return site.api(who).post<OwnStepView>('/steps', given)
}

async function askNadia(site: Site, { id }: OwnStepView): Promise<void> {
  const { id: person } = await site.stage.app.people.greet({ ...NADIA, language: 'fr' })
  await site.api(ODILE).put(`/steps/${id}/asked`, { person })
}

/** Its day is over. */
async function overdue(site: Site, { id }: OwnStepView): Promise<void> {
  await site.stage.app.database.transact(async tx => {
    const step = await nextStepStore(tx).find(id)
    if (step) await nextStepStore(tx).change({ ...step, due: PAST })
  })
}

/** Next steps of each standing: promised, late, asked of the agent, accepted by her, and of the Lab’ without anybody. */
export async function followUp(site: Site, initiative: string, carried: string): Promise<void> {
  await write(site, ODILE, initiative, 'Imprimer cent carnets pour les services qui en demandent.', FAR, true)
  const late = await write(site, ODILE, initiative, 'Choisir deux services pour l’essai de juin.', SOON, true)
  await overdue(site, late)
  await askNadia(site, await write(site, ODILE, initiative, 'Relire le modèle avec l’accueil.', SOON, false))
  const hers = await write(site, ODILE, carried, 'Réserver un étal au marché de Rodez.', FAR, false)
  await askNadia(site, hers)
  await site.api(NADIA).post(`/steps/${hers.id}/answer`, { accept: true, named: true })
  await write(site, MAELLE, carried, 'Prêter le barnum et les affiches du Lab’.', FAR, false)
  await overdue(
    site,
    await write(site, MAELLE, carried, 'Prévenir la mairie et la presse locale.', SOON, true),
  )
}
