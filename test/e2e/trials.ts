import type { TrialPlan, TrialView } from '../../src/tabs/contract/initiatives/trials.ts'
import type { Person } from '../support/sign-in/cast.ts'
import { nonce, type Site } from './site.ts'

const WHAT = {
  ifWe: 'laissons une page à chaque changement de poste',
  expected: 'la personne qui arrive est autonome en une semaine',
}
/** As the sheet says it. */
export const SENTENCE = `Si nous ${WHAT.ifWe}, alors ${WHAT.expected}.`
export const NUMBER = 'Jours pour être autonome'
export const QUESTION = 'La page vous a-t-elle fait gagner du temps\u202f?'

/** A trial of the handbook, which its carrier plans: from a Monday in a week on, unless `change` says otherwise. */
export function planTrial(
  site: Site,
  carrier: Person,
  initiative: string,
  change: Partial<TrialPlan> = {},
): Promise<TrialView> {
  const plan: TrialPlan = {
    ...WHAT,
    change: '',
    directions: ['lycees'],
    site: 'l’accueil du lycée',
    from: '2027-05-24',
    until: '2027-06-28',
    rhythm: 'weekly',
    measures: [
      { kind: 'number', text: NUMBER, unit: 'jours', better: 'down', start: '21' },
      { kind: 'question', text: QUESTION, better: 'up' },
    ],
  }
  const body = { ...plan, ...change, nonce: nonce() }
  return site.api(carrier).post<TrialView>(`/initiatives/${initiative}/trials`, body)
}
