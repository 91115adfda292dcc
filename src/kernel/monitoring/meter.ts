import type { CounterLabels, GaugeLabels, TimerLabels } from './metric-names.ts'

/** One series of a gauge: its labels and its value. */
type Level<Name extends keyof GaugeLabels> = {
  readonly labels: GaugeLabels[Name]
  readonly value: number
}

/** Metrics for the operator. Kept in memory only. */
export type Meter = {
  /** False where metrics are off: then nothing need be computed for them. */
  readonly isOn: boolean
  /** Increments a counter. */
  readonly count: <Name extends keyof CounterLabels>(name: Name, labels: CounterLabels[Name]) => void
  /** Records a duration in milliseconds. */
  readonly time: <Name extends keyof TimerLabels>(name: Name, ms: number, labels: TimerLabels[Name]) => void
  /** Registers a gauge; `read` is called at each scrape. */
  readonly gauge: <Name extends keyof GaugeLabels>(
    name: Name,
    read: () => readonly Level<Name>[] | Promise<readonly Level<Name>[]>,
  ) => void
}

export const noMeter: Meter = { isOn: false, count: () => {}, time: () => {}, gauge: () => {} }
