import assert from 'node:assert/strict'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { RemoteView } from '../../../src/tabs/contract/room/remote.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { CAMILLE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, NOW, seat } from '../site.ts'
import { visits } from '../visits.ts'

const QUESTION = 'Qu’essayer ici avant l’été ?'
const TODAY = { date: '2027-05-17', start: '10:30', end: '12:00' }

describe('a room in a meeting', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  /** A workshop that is about to begin, at which Camille has a seat. */
  async function begin(): Promise<string> {
    for (const person of [CAMILLE, KARIM]) await seat(site(), person)
    await announce(site(), TODAY)
    const [workshop] = (await site().api(CAMILLE).get<Page<WorkshopView>>('/workshops')).items
    const id = workshop?.id ?? ''
    await site().api(CAMILLE).put(`/workshops/${id}/answer`, { answer: 'yes' })
    return id
  }
  async function show(workshop: string, scene: object): Promise<void> {
    const lab = site().api(MAELLE)
    const { room } = await lab.get<RemoteView>(`/workshops/${workshop}/remote`)
    await lab.post(`/workshops/${workshop}/remote/show`, { version: room.version, scene })
  }

  it('puts the screen on the stage, and has each take part beside it', async () => {
    const workshop = await begin()
    const window = await opened(CAMILLE, { meeting: workshop, width: 1280, now: NOW, ready: false })
    const { tab, stage, complaints } = window
    await tab.getByRole('button', { name: 'Montrer à toute la réunion' }).click()
    await stage.getByRole('heading', { name: 'Soigner les arrivées' }).waitFor()
    await show(workshop, { kind: 'question', words: QUESTION })
    await stage.getByText(QUESTION).waitFor()
    await tab.getByText(QUESTION).first().waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    assert.deepEqual(complaints, [])
  })

  it('offers no stage where the administrator did not consent, and all else', async () => {
    const workshop = await begin()
    const { tab } = await opened(CAMILLE, { meeting: workshop, consent: 'no', now: NOW + HOUR, ready: false })
    await tab.getByRole('heading', { name: 'Dans la salle' }).waitFor()
    assert.equal(await tab.getByRole('button', { name: 'Montrer à toute la réunion' }).count(), 0)
  })

  it('says once, to a screen reader too, that Teams did not show it', async () => {
    const workshop = await begin()
    const { tab } = await opened(CAMILLE, { meeting: workshop, consent: 'lost', now: NOW, ready: false })
    await tab.getByRole('button', { name: 'Montrer à toute la réunion' }).click()
    await tab
      .getByRole('alert')
      .getByText(/^Teams n’a pas montré l’écran/)
      .waitFor()
    assert.equal(await tab.getByText(/^Teams n’a pas montré l’écran/).count(), 1)
  })

  it('tells who is not of the workshop on the stage how to see it', async () => {
    const workshop = await begin()
    const { tab, stage } = await opened(KARIM, { meeting: workshop, width: 1280, now: NOW, ready: false })
    await tab.getByRole('button', { name: 'Montrer à toute la réunion' }).click()
    await stage.getByText(/^Cet écran est celui d’un atelier\./).waitFor()
  })
})
