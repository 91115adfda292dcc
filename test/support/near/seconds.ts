import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Written by the reporter: how long the facts of each spec took when last run on this machine. */
const RECORD = 'node_modules/.cache/spec-seconds.json'
/** What a spec takes that was never run here. */
const USUAL = 1
const shape = z.record(z.string(), z.number().nonnegative())

/** Seconds by spec, as last measured; none is known before a first run. */
export function secondsOf(): (spec: string) => number {
  let known: Readonly<Record<string, number>> = {}
  try {
    known = shape.parse(JSON.parse(readFileSync(RECORD, 'utf8')))
  } catch {}
  return spec => known[spec] ?? USUAL
}

/** Seconds of facts that three processes go through in about a minute, their start included. */
const BUDGET = 100

/** The nearest specs that fit, and the number of those left out; one that is nearest of all is never left out. */
export function withinBudget(specs: readonly string[], seconds: (spec: string) => number) {
  let spent = 0
  const chosen = specs.filter((spec, at) => {
    const fits = at === 0 || spent + seconds(spec) <= BUDGET
    if (fits) spent += seconds(spec)
    return fits
  })
  return { chosen, left: specs.filter(spec => !chosen.includes(spec)) }
}
