import type { CounterLabels, GaugeLabels, TimerLabels } from './metric-names.ts'

/** How one gauge stands under some labels. */
type Level<Name extends keyof GaugeLabels> = {
  readonly labels: GaugeLabels[Name]
  readonly value: number
}

/** What the product says of itself to whoever runs it. Nothing of it is kept beyond this process. */
export type Meter = {
  /** False where nobody looks: then nothing need be read off for it. */
  readonly isOn: boolean
  /** One more. */
  readonly count: <Name extends keyof CounterLabels>(name: Name, labels: CounterLabels[Name]) => void
  /** It took so many milliseconds. */
  readonly time: <Name extends keyof TimerLabels>(name: Name, ms: number, labels: TimerLabels[Name]) => void
  /** `read` is called each time that somebody looks. */
  readonly gauge: <Name extends keyof GaugeLabels>(
    name: Name,
    read: () => readonly Level<Name>[] | Promise<readonly Level<Name>[]>,
  ) => void
}

export const noMeter: Meter = { isOn: false, count: () => {}, time: () => {}, gauge: () => {} }
