import type { Assist } from '../../kernel/assist/assist.ts'
import { groundingUsecases } from './usecases.ts'

export function wireGrounding(deps: { readonly assist: Assist }) {
  return { usecases: groundingUsecases(deps) }
}
