import type { Colours } from '../programme/domain.ts'

/** WCAG 2.1, 1.4.3: text of ordinary size. */
export const LEAST_CONTRAST = 4.5

// Fluent's neutral surfaces (colorNeutralBackground1 to 3) of teamsLightTheme and teamsDarkTheme: cards and pages.
const SURFACES = {
  light: ['#FFFFFF', '#FAFAFA', '#F5F5F5'],
  dark: ['#292929', '#1F1F1F', '#141414'],
} as const

/** Relative luminance of `#RRGGBB`, as WCAG 2.1 defines it: 0 is black, 1 is white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two `#RRGGBB` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Lowest contrast of the ink on all its backgrounds in a theme. */
export function lowestContrast({ ink, tint }: Colours, theme: 'light' | 'dark'): number {
  return Math.min(...[tint, ...SURFACES[theme]].map(ground => contrast(ink, ground)))
}

/** Mixes `part` (0 to 1) of `end` into `colour`. */
function mixed(colour: string, end: number, part: number): string {
  const channels = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
  const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0')
  return `#${channels.map(channel => hex(channel + (end - channel) * part)).join('')}`.toUpperCase()
}

/** Nearest readable ink, or undefined when the tint allows none. */
export function readableInk({ ink, tint }: Colours, theme: 'light' | 'dark'): string | undefined {
  const end = theme === 'light' ? 0 : 255
  for (let step = 1; step <= 20; step++) {
    const nearer = mixed(ink, end, step / 20)
    if (lowestContrast({ ink: nearer, tint }, theme) >= LEAST_CONTRAST) return nearer
  }
  return undefined
}
