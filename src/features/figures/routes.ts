import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { idParams } from '../../tabs/contract/common.ts'
import type { FiguresView } from '../../tabs/contract/figures.ts'
import type { FigureUsecases } from './usecases.ts'

export function figureRoutes(figures: FigureUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/directions/:id/figures',
      run: ({ actor, params }): Promise<FiguresView> => figures.show(actor, parse(idParams, params).id),
    },
  ]
}
