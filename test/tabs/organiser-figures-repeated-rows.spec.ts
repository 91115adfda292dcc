import { deepEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { splitRepeated } from '../../src/tabs/client/organiser/figures/repeated-rows.ts'

type Row = { readonly name: string; readonly said?: string }
const textOf = ({ said }: Row) => said
const rows = (...said: (string | undefined)[]): Row[] =>
  said.map((text, at) => ({ name: `${at}`, ...(text !== undefined && { said: text }) }))

describe('rows that only repeat one another', () => {
  it('become one sentence from three on, and the others stay as they are', () => {
    const { told, alike } = splitRepeated(rows('few', undefined, 'few', 'hidden', 'few'), textOf)
    deepEqual(
      told.map(({ name }) => name),
      ['1', '3'],
    )
    deepEqual(alike, [{ text: 'few', count: 3 }])
  })

  it('are never those that have a bar', () => {
    const { told, alike } = splitRepeated(rows(undefined, undefined, undefined, undefined), textOf)
    deepEqual([told.length, alike], [4, []])
  })

  it('are all told, once, one way or the other', () => {
    const said = fc.option(fc.constantFrom('few', 'hidden', 'ten'), { nil: undefined })
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), all => {
        const { told, alike } = splitRepeated(rows(...all), textOf)
        deepEqual(told.length + alike.reduce((sum, { count }) => sum + count, 0), all.length)
        for (const { text, count } of alike) deepEqual(all.filter(each => each === text).length, count)
      }),
    )
  })
})
