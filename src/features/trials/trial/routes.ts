import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { newTrialInput, planInput } from '../../../tabs/contract/initiatives/trials.ts'
import type { TrialReadingUsecases } from './reading-usecases.ts'
import type { TrialUsecases } from './usecases.ts'
import { idOf, type TrialViews, trialsView } from './view-routes.ts'

type Parts = {
  readonly trials: Pick<TrialUsecases, 'plan' | 'change' | 'drop'>
  readonly reading: Pick<TrialReadingUsecases, 'ofInitiative'>
}

/** Trials of an initiative: read, planned, changed, dropped. */
export function trialRoutes({ trials, reading }: Parts, { viewOf }: TrialViews): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/initiatives/:id/trials',
      run: async asked => trialsView(await reading.ofInitiative(asked.actor, idOf(asked))),
    },
    {
      method: 'post',
      path: '/initiatives/:id/trials',
      run: async asked => {
        const { actor, body } = asked
        const initiative = idOf(asked)
        const { nonce, ...plan } = parse(newTrialInput, body)
        const keys = [formKey(actor.id, nonce, { initiative, ...plan })]
        return viewOf(asked, await trials.plan(actor, initiative, plan, keys))
      },
    },
    {
      method: 'put',
      path: '/trials/:id',
      run: async asked => {
        const id = idOf(asked)
        await trials.change(asked.actor, id, parse(planInput, asked.body))
        return viewOf(asked)
      },
    },
    {
      method: 'del',
      path: '/trials/:id',
      run: async asked => {
        await trials.drop(asked.actor, idOf(asked))
        return {}
      },
    },
  ]
}
