import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type { KeptView } from '../../../src/tabs/contract/attendance.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { Bot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { GENERAL, WORKSHOPS } from '../../support/teams/index.ts'

const FILLED = {
  title: 'Le lycée de demain',
  axis: 'usager',
  date: '2027-05-20',
  place: 'Salle Garonne, Toulouse',
  seats: '20',
  channel: WORKSHOPS.id,
}

/** Maëlle announces a workshop, and it has begun: its id. */
export async function beginWorkshop(bot: Bot): Promise<string> {
  await bot.as(MAELLE).installs(GENERAL)
  await bot.settle()
  const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
  const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', FILLED)
  await bot.as(MAELLE).presses(preview, 'Publier')
  await bot.settle()
  const { items } = await bot.api(MAELLE).get<Page<KeptView>>('/attendance/workshops')
  const { id, startsAt } = found(items[0], 'the workshop')
  await bot.later(startsAt + 12 * MINUTE - bot.clock.now())
  return id
}
