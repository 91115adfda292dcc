import type { Assist } from '../../kernel/assist/assist.ts'
import { rewordingUsecases } from './rewording-usecases.ts'
import { groundingUsecases } from './usecases.ts'

export function wireGrounding(deps: { readonly assist: Assist }) {
  return { usecases: groundingUsecases(deps), rewording: rewordingUsecases(deps) }
}
