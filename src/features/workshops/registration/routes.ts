import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { answerInput } from '../../../tabs/contract/workshops/workshops.ts'
import type { OfferUsecases } from './offer-usecases.ts'
import { type OwnViewParts, ownViews } from './personal-view-routes.ts'
import type { RegistrationUsecases } from './usecases.ts'

type Parts = OwnViewParts & {
  readonly registrations: Pick<RegistrationUsecases, 'answer'>
  readonly offers: Pick<OfferUsecases, 'answered'>
}

export function registrationRoutes(parts: Parts): ApiRoute[] {
  const { registrations, offers } = parts
  return [
    {
      method: 'put',
      path: '/workshops/:id/answer',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { answer, orWait = false, asks = false } = parse(answerInput, body)
        const seen = await registrations.answer(actor, id, answer, { orWait, asks })
        await offers.answered(actor, id)
        return (await ownViews(parts, actor, [seen]))[0]
      },
    },
  ]
}
