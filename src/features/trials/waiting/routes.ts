import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { WaitingTrialView } from '../../../tabs/contract/initiatives/trials.ts'
import type { WaitingTrial } from './domain.ts'
import type { TrialWaitingUsecases } from './usecases.ts'

function viewOf(trial: WaitingTrial): WaitingTrialView {
  const { initiative, title, awaits } = trial
  const common = { initiative, title }
  if (awaits === 'answer') return { ...common, awaits, until: trial.until }
  return awaits === 'number' ? { ...common, awaits, measure: trial.measure } : { ...common, awaits }
}

/** What trials wait for from whoever asks. */
export function waitingRoutes({ waiting }: Pick<TrialWaitingUsecases, 'waiting'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/me/trials',
      run: async ({ actor }): Promise<{ items: readonly WaitingTrialView[] }> => ({
        items: (await waiting(actor)).map(viewOf),
      }),
    },
  ]
}
