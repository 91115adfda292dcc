import fc from 'fast-check'

/** What becomes of one value; `pool`: others that would be right somewhere. `GONE`: it is left out. */
export type Change = {
  readonly name: string
  readonly of: (value: unknown, pool: readonly unknown[]) => unknown
}

const GONE = Symbol('gone')
const DEEP = 200

function nested(value: unknown, depth: number): unknown {
  let inner = value
  for (let n = 0; n < depth; n++) inner = n % 2 ? [inner] : { inner }
  return inner
}

/** An own property, as JSON.parse makes it: an assignment would set the prototype. */
function withKey(value: unknown, key: string, held: unknown): unknown {
  const all = typeof value === 'object' && value !== null ? { ...value } : {}
  return Object.defineProperty(all, key, { value: held, enumerable: true, configurable: true })
}

const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u00A0',
    '\u0000',
    'a\u0000b',
    '\uD800',
    'x\uDC00y',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '${secret}',
    '{{DATE(2027)}}',
    '../..',
    '%00',
    '%E0%A4%A',
    'undefined',
  ],
  ...[
    "'; drop table idea; --",
    '<at>x</at><script>',
    '\u202Ex',
    '👩‍👩‍👧‍👦',
    'é'.repeat(20_000),
    '1'.repeat(400),
  ],
  ...[
    '2027-02-30',
    '9999-12-31',
    '0000-01-01',
    '10000-01-01',
    '-271821-04-20',
    '25:61',
    '24:00',
    '1e9',
    '0x10',
    '-0',
    'NaN',
  ],
  ...[[], {}, [[]], [null], { toString: 1 }, { length: -1 }, { $ne: 1 }, ['a', 'a'], [1, '2', {}]],
]
const TAILS = [
  '\u0000',
  '\uD800',
  '\u0301'.repeat(500),
  ' '.repeat(3_000),
  ';messageid=1',
  '/../x',
  '\n\r\n',
  '"}',
  'é',
]

const text = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const as = (name: string, of: Change['of']): Change => ({ name, of })

/** One change, mostly of a kind that leaves the whole looking right. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ODD).map(odd => as('odd', () => odd)) },
  { weight: 4, arbitrary: fc.nat().map(n => as('swapped', (_, pool) => pool[n % pool.length])) },
  { weight: 2, arbitrary: fc.constantFrom(...TAILS).map(tail => as('longer', value => text(value) + tail)) },
  { weight: 2, arbitrary: fc.constant(as('left out', () => GONE)) },
  { weight: 2, arbitrary: fc.jsonValue().map(json => as('other', () => json)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map(any => as('letters', () => any)) },
  { weight: 1, arbitrary: fc.nat({ max: 20 }).map(n => as('shorter', value => text(value).slice(0, n))) },
  { weight: 1, arbitrary: fc.constant(as('repeated', value => text(value).repeat(300).slice(0, 100_000))) },
  { weight: 1, arbitrary: fc.constant(as('as a list', value => [value, value])) },
  { weight: 1, arbitrary: fc.constant(as('as a number', value => Number(value) || 7)) },
  { weight: 1, arbitrary: fc.constantFrom(3, 25, DEEP).map(n => as('deeper', value => nested(value, n))) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('__proto__', 'constructor', 'toJSON', 'verb', '')
      .map(key =>
        as('with a key', (value, pool) => withKey(value, key, { admin: true, value, pool: pool[0] })),
      ),
  },
)

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : []
  const inner = Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))
  return path.length > 0 ? [path, ...inner] : inner
}

export function put(value: unknown, [key, ...rest]: Path, make: (old: unknown) => unknown): unknown {
  if (key === undefined) return make(value)
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) }
  const made = put((copy as Record<string, unknown>)[key], rest, make)
  if (made === GONE) Reflect.deleteProperty(copy, key)
  else Object.assign(copy, { [key]: made })
  return copy
}

export type Mutated<T> = { readonly value: T; readonly what: string }

/** `base` with one place of it changed; every other time one below `focus`. */
export function mutated<T extends object>(
  base: T,
  { at, change }: { readonly at: number; readonly change: Change },
  pool: readonly unknown[],
  focus?: string,
): Mutated<T> {
  const all = pathsIn(base)
  const inner = all.filter(([first, second]) => first === focus && second !== undefined)
  const places = at % 4 > 0 && inner.length > 0 ? inner : all
  const place = places[Math.floor(at / 4) % places.length] ?? []
  return {
    value: put(base, place, old => change.of(old, pool)) as T,
    what: `${place.join('.')} ${change.name}`,
  }
}
