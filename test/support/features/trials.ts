import { open } from '../../../src/db/index.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import type { Role } from '../../../src/kernel/access/role.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import type { InitiativeTrials, TrialPlan, TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import { fixedClock } from '../product/clock.ts'
import { callerOf } from '../product/routes.ts'
import { type Someone, setStage } from '../product/stage.ts'

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
/** Thursday 22 April 2027, at ten in Paris. */
export const START = Date.parse('2027-04-22T08:00:00Z')

/** Who carries the initiative, in `lycees`; who tries it; the pilot of `lycees`; somebody else; the Lab'. */
export const ahmed = { objectId: 'ahmed', name: 'Ahmed Saïdi' }
export const camille = { objectId: 'camille', name: 'Camille Martin' }
export const sophie = { objectId: 'sophie', name: 'Sophie Bernard' }
export const nadia = { objectId: 'nadia', name: 'Nadia Ferrer' }
export const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }

/** A plan with a number and a question, from Friday 23 April to Friday 21 May. */
export const TRIAL_PLAN: TrialPlan = {
  ifWe: 'nous relisons nos courriers à deux',
  expected: 'nous recevons moins d’appels',
  change: '',
  directions: ['lycees'],
  site: '',
  from: '2027-04-23',
  until: '2027-05-21',
  rhythm: 'weekly',
  measures: [
    { kind: 'number', text: 'Appels par semaine', unit: 'appels', better: 'down', start: '' },
    { kind: 'question', text: 'Les courriers sont-ils plus clairs ?', better: 'up' },
  ],
}

/** As if somebody had decided to stop it. */
export async function decideTrial(
  tx: Tx,
  id: string,
  learnt = 'Le jour compte moins que l’heure',
): Promise<void> {
  const words = { why: 'Trop de réunions le jeudi', learnt, decided_directions: '[]' }
  const decided = { decision: 'stop', decided_on: '2027-05-21', decided_at: START, ...words } as const
  await open(tx).updateTable('trial').set(decided).where('id', '=', id).execute()
}

/** The whole product, with an initiative that Ahmed carries. */
export async function setTrials() {
  const clock = fixedClock(START)
  const stage = await setStage({ clock, organisers: [maelle.objectId] })
  const { app } = stage

  const actor = (who: Someone): Promise<Actor> => app.people.greet({ ...who, tenant: TENANT, language: 'fr' })

  async function seat(who: Someone, direction?: string, role: Role = 'agent'): Promise<void> {
    const known = await actor(who)
    if (direction !== undefined) await app.people.chooseDirection(known, direction)
    if (role !== 'agent') await app.people.assignRole(known.id, role, [direction ?? ''])
  }

  const call = async (who: Someone) => callerOf(app.routes, await actor(who))

  async function carried(who: Someone, text = 'Relire nos courriers'): Promise<string> {
    const body = { text, axis: 'usager', nonce: randomIds.nonce() }
    const { id } = await (await call(who))<{ id: string }>('post', '/ideas', { body })
    await app.database.transact(tx => ideaStore(tx).setState(id, 'retained'))
    await (await call(who))('post', '/initiatives', { body: { nonce: randomIds.nonce(), idea: id } })
    return id
  }

  await seat(ahmed, 'lycees')
  await seat(camille, 'culture')
  await seat(sophie, 'lycees', 'pilot')
  await seat(nadia, 'mobilites')
  await actor(maelle)

  return {
    stage,
    clock,
    actor,
    seat,
    call,
    carried,
    initiative: await carried(ahmed),

    /** Plans a trial of the initiative, by who carries it. */
    async plan(initiative: string, more: Partial<TrialPlan> = {}, who: Someone = ahmed): Promise<TrialView> {
      const body = { ...TRIAL_PLAN, ...more, nonce: randomIds.nonce() }
      return (await call(who))('post', '/initiatives/:id/trials', { params: { id: initiative }, body })
    },

    /** Calls one door of a trial. */
    async act<T = TrialView>(
      who: Someone,
      method: 'put' | 'post' | 'del',
      path: string,
      id: string,
      body: object = {},
    ) {
      return (await call(who))<T>(method, `/trials/:id${path}`, { params: { id }, body })
    },

    async trials(who: Someone, initiative: string): Promise<InitiativeTrials> {
      return (await call(who))('get', '/initiatives/:id/trials', { params: { id: initiative } })
    },

    async sheet(who: Someone, initiative: string) {
      return (await call(who))<{ phase: string; outcome: string }>('get', '/initiatives/:id', {
        params: { id: initiative },
      })
    },

    /** The trial ends so, without anybody being told. */
    async decided(id: string, decision: 'generalise' | 'adjust' | 'stop'): Promise<void> {
      const now = clock.now()
      const words = { why: 'Cela tient', learnt: 'À deux, on relit mieux' }
      const set = { ...words, decision, decided_directions: '[]', decided_on: dateIn(now, 'Europe/Paris') }
      await app.database.transact(async tx => {
        await open(tx)
          .updateTable('trial')
          .set({ ...set, decided_at: now })
          .where('id', '=', id)
          .execute()
      })
    },

    /** Delivers what is due once it is `moment` in Paris: `YYYY-MM-DDTHH:MM`, in summer. */
    async goTo(moment: string): Promise<void> {
      clock.advance(Date.parse(`${moment}:00+02:00`) - clock.now())
      await stage.settle()
    },
  }
}
