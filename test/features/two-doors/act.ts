import type { Role } from '../../../src/kernel/access/role.ts'
import type { Call, Data, Things } from '../../support/product/inputs.ts'
import type { Kind, Whose } from '../walk/things.ts'

/** What both doors are given for one act, in the words of each: it says the same. */
export type Act = {
  readonly verb: string
  readonly route: string
  readonly role: Role
  readonly kind: Kind
  readonly whose: Whose
  /** Put over what test/support/product/inputs.ts says. `word`: what the thing says. */
  readonly press?: (things: Things, word: string) => Data
  readonly call?: (things: Things) => Call
  /** What was done before, in the tab, by the Lab where who acts may not. */
  readonly before?: readonly Step[]
  /** The workshop is under way by then. */
  readonly late?: true
}

type Step = { readonly route: string; readonly call?: (things: Things) => Call }

export type More = Partial<Pick<Act, 'press' | 'call' | 'before' | 'late'>> & {
  readonly on?: readonly [Role, Kind, Whose]
}

export function act(verb: string, route: string, { on, ...more }: More = {}): Act {
  const [role, kind, whose] = on ?? ['organiser', 'nothing', 'nobody']
  return { verb, route, role, kind, whose, ...more }
}

export const NONCE = 'nonce-of-a-form-that-was-filled'
export const body = (data: Data) => () => ({ body: data })
export const of = (field: keyof Things, data: Data = {}) => ({
  call: (things: Things): Call => ({ params: { id: String(things[field]) }, body: data }),
})
