import { readFileSync } from 'node:fs'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { placeOf, soughtOf } from '../../../src/features/themes/placing.ts'
import type { LabelledIdea } from './labelled-micro-ideas.ts'

/** Ideas that have a theme: put there, elsewhere, or left aside. Ideas that have none: left alone, or put somewhere. */
export type ThemeMeasure = {
  readonly right: number
  readonly wrong: number
  readonly aside: number
  readonly leftAlone: number
  readonly putSomewhere: number
}

/** What the words of occitanie.yaml make of labelled ideas, each within its axis. */
export function measureThemes(ideas: readonly LabelledIdea[]): ThemeMeasure {
  const { themes } = parseMethodFile(readFileSync('programmes/occitanie.yaml', 'utf8'))
  const outcomes = ideas.map(([axis, wanted, text]): keyof ThemeMeasure => {
    const found = placeOf(themes.filter(theme => theme.axis === axis).map(soughtOf), text)
    if (wanted === '') return found === undefined ? 'leftAlone' : 'putSomewhere'
    if (found === undefined) return 'aside'
    return found === wanted ? 'right' : 'wrong'
  })
  const count = (outcome: keyof ThemeMeasure) => outcomes.filter(each => each === outcome).length
  return {
    right: count('right'),
    wrong: count('wrong'),
    aside: count('aside'),
    leftAlone: count('leftAlone'),
    putSomewhere: count('putSomewhere'),
  }
}

/** « 79 right, 4 wrong, 26 aside of 109 with a theme; 11 left alone, 0 put somewhere of 11 without. » */
export function measureText({ right, wrong, aside, leftAlone, putSomewhere }: ThemeMeasure): string {
  const share = (count: number, of: number) => `${count} (${of === 0 ? 0 : Math.round((100 * count) / of)} %)`
  const [themed, without] = [right + wrong + aside, leftAlone + putSomewhere]
  return (
    `${share(right, themed)} right, ${share(wrong, themed)} wrong, ${share(aside, themed)} aside of ${themed} with a theme; ` +
    `${leftAlone} left alone, ${putSomewhere} put somewhere of ${without} without`
  )
}
