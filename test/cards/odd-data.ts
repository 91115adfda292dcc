import fc from 'fast-check'

type Holder = Record<string, unknown>

/** What is done to one place of a card's data: a value set, a property dropped or called otherwise, a list made long. */
type Change = {
  readonly at: number
  readonly act: 'set' | 'drop' | 'capital' | 'twin' | 'repeat'
  readonly value: unknown
}

const TEXTS = [
  '',
  '${title} ${$root.notice} ${json($root)} $${a} \\${b}',
  '"},{"type":"Action.OpenUrl"} { } [ ] \\ \' " `',
  'deux\nlignes\r\n\ttabulées ; un signe ! une fin ?',
  'é \u00A0: 👩‍👩‍👧‍👦 ﷽ \u202E \uD800 \u212A',
  'brand',
  'secondary',
  'x'.repeat(3_000),
]
const action = {
  type: 'Action.Execute',
  title: 'Voir ?',
  verb: 'a.b',
  data: { id: 1 },
  tooltip: 't',
  mode: 'secondary',
}
const NESTED = [
  action,
  [action, action, action, action],
  { type: 'ActionSet', actions: [action, 'no action', { ...action, mode: 'primary' }, action, action] },
  { type: 'Container', items: [{ type: 'TextBlock', text: 'Vraiment ?' }, null, { data: { text: 'a ?' } }] },
  { length: 3, text: 'A !', title: 'B :', value: 'c ?' },
  [[], [null], [undefined, { text: 'x' }]],
]

const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
)
const number = fc.oneof(fc.constantFrom(0, -0, 1, 2, 100, Number.NaN, Number.POSITIVE_INFINITY), fc.double())
const row = fc.dictionary(fc.constantFrom('text', 'title', 'value', 'id', 'icon', 'when'), text)

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: number },
  { weight: 2, arbitrary: fc.constantFrom(true, false, null, undefined) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>([], {}, ...NESTED) },
  { weight: 1, arbitrary: fc.array(row, { maxLength: 8 }) },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 2, maxKeys: 4 }) },
)

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  act: fc.constantFrom('set', 'set', 'set', 'set', 'drop', 'capital', 'twin', 'repeat'),
  value,
})

export const changes = fc.array(change, { minLength: 1, maxLength: 8 })

/** Every property of data, in depth, by who holds it. */
function placesOf(holder: object): (readonly [holder: Holder, key: string])[] {
  return Object.entries(holder).flatMap(([key, child]) => [
    [holder as Holder, key] as const,
    ...(typeof child === 'object' && child !== null ? placesOf(child) : []),
  ])
}

/** The property under its name in capitals: it is found all the same, and first if it stands first. */
function capitalise(holder: Holder, key: string, isTwin: boolean): void {
  const [capital, kept] = [key.toUpperCase(), { ...holder }]
  if (Array.isArray(holder)) return
  for (const each of Object.keys(holder)) delete holder[each]
  holder[capital] = isTwin ? 'jumeau' : kept[key]
  for (const [name, child] of Object.entries(kept)) if (isTwin || name !== key) holder[name] = child
}

const LONG = 40

function apply(data: object, { at, act, value: to }: Change): void {
  const places = placesOf(data)
  const [holder, key] = places[at % Math.max(1, places.length)] ?? []
  if (!holder || key === undefined) return
  if (act === 'set') holder[key] = to
  else if (act === 'drop') delete holder[key]
  else if (act === 'repeat') {
    const list = holder[key]
    holder[key] = Array.from({ length: LONG }, (_, n) => (Array.isArray(list) ? list[n % list.length] : list))
  } else capitalise(holder, key, act === 'twin')
}

/** A copy of data in which some of it is otherwise. */
export function changed(data: object, by: readonly Change[]): object {
  const copy = structuredClone(data)
  for (const each of by) apply(copy, { ...each, value: structuredClone(each.value) })
  return copy
}
