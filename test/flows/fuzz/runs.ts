const words = (length: number) => {
  const all: string[] = []
  for (let n = 0; n * 5 < length; n++) all.push(n.toString(36).padStart(4, 'a'))
  return all.join(' ')
}

/** Accents of two kinds, and marks that draw nothing after every 29: gone once what draws nothing is. */
function hiddenAccents(length: number): string {
  const half = (mark: string) => `${mark.repeat(29)}\uFEFF`.repeat(length / 60)
  return `e${half('\u0301')}${half('\u0323')}`
}

/** What costs more than its length where somebody begins anew within it. */
export const RUNS: readonly (readonly [name: string, of: (length: number) => string])[] = [
  ...[
    '.',
    ' ',
    '\u00A0',
    'é',
    '[',
    '(',
    '-',
    ':',
    ',',
    ';',
    '"',
    "'",
    '@',
    '=',
    '#',
    '*',
    '/',
    '|',
    '7',
    '«',
    '<',
  ].map(sign => [sign, (length: number) => `${sign.repeat(length - 1)}a`] as const),
  ['letters and a space', length => `${'a'.repeat(length - 2)} b`],
  ['letters', length => 'a'.repeat(length)],
  ['empty lines', length => `${'\n'.repeat(length - 1)}a`],
  ['lines', length => 'a\r\n'.repeat(length / 3)],
  ['ids', length => 'a,b,'.repeat(length / 4)],
  ['words', words],
  ['accents of two kinds', length => `e${'\u0301\u0316'.repeat((length - 1) / 2)}`],
  ['accents parted by nothing', hiddenAccents],
  ['accents', length => `e${'\u0301'.repeat(length - 1)}`],
  ['family', length => '👩‍👩‍👧‍👦'.repeat(length / 11)],
  ['halves', length => '\uD800a'.repeat(length / 2)],
  ['tags', length => '<at '.repeat(length / 4)],
  ['entities', length => '&lt;'.repeat(length / 4)],
  ['links', length => '[a](b '.repeat(length / 6)],
  ['address', length => `https://a.fr/${'a/'.repeat(length / 2)}`],
]
