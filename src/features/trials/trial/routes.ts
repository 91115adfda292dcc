import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest, ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { newTrialInput, planInput } from '../../../tabs/contract/trials.ts'
import type { TrialReadingUsecases } from './reading-usecases.ts'
import type { TrialUsecases } from './usecases.ts'
import { trialsView, trialView } from './view-routes.ts'

const idOf = ({ params }: ApiRequest) => parse(idParams, params).id

type Parts = {
  readonly trials: Pick<TrialUsecases, 'plan' | 'change' | 'drop'>
  readonly reading: TrialReadingUsecases
}

/** Trials of an initiative: read, planned, changed, dropped. */
export function trialRoutes({ trials, reading }: Parts): ApiRoute[] {
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
        return trialView(await reading.show(actor, await trials.plan(actor, initiative, plan, keys)))
      },
    },
    {
      method: 'put',
      path: '/trials/:id',
      run: async asked => {
        const id = idOf(asked)
        await trials.change(asked.actor, id, parse(planInput, asked.body))
        return trialView(await reading.show(asked.actor, id))
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
