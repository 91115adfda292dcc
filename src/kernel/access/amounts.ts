/** What an act of the audit log may be counted in. */
export const AMOUNTS = [
  'added',
  'changed',
  'left',
  'roles',
  'people',
  'channels',
  'days',
  'tables',
  'ideas',
  'changes',
  'open',
  'rows',
] as const
export type AmountName = (typeof AMOUNTS)[number]
export type Amount = { readonly name: AmountName; readonly count: number }

const AMOUNT = /^([a-z]{1,10})=(\d{1,9})$/

function amountIn(part: string): Amount | undefined {
  const [, name = '', count = ''] = AMOUNT.exec(part) ?? []
  const known = AMOUNTS.find(each => each === name)
  return known && { name: known, count: Number(count) }
}

/** An object with how much of it an act covered: « 0h3k…:channels=40 ». `thing` may be ''. */
export function withAmounts(thing: string, amounts: Readonly<Partial<Record<AmountName, number>>>): string {
  const parts = Object.entries(amounts).map(([name, count]) => `${name}=${count}`)
  return [...(thing === '' ? [] : [thing]), ...parts].join(':')
}

/** What entries of before `withAmounts` counted, by act: their number stands alone at the end. */
const COUNTED: Readonly<Record<string, AmountName>> = {
  'audit.export': 'rows',
  'closeout.close': 'open',
  'exports.take': 'rows',
  'people.import': 'rows',
}

/** How much an entry of the audit log covered: what is not nought, or nought where that is all. */
export function amountsOf({
  act,
  thing,
}: {
  readonly act: string
  readonly thing: string
}): readonly Amount[] {
  const parts = thing.split(':')
  const name = Object.hasOwn(COUNTED, act) ? COUNTED[act] : undefined
  const last = parts.at(-1) ?? ''
  if (name && /^\d{1,9}$/.test(last)) return [{ name, count: Number(last) }]
  const all = parts.flatMap(part => amountIn(part) ?? [])
  const some = all.filter(({ count }) => count > 0)
  return some.length > 0 ? some : all.slice(0, 1)
}

/** The thing of an entry without its amounts. */
export function withoutAmounts(thing: string): string {
  return thing
    .split(':')
    .filter(part => !amountIn(part))
    .join(':')
}
