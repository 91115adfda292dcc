import { type ComponentType, createElement, lazy, useState } from 'react'

type Loaded<P, M> = M & { readonly default: ComponentType<P> }

/** A part of a page whose code comes later, and may be asked for before the part is drawn. */
export type Ahead<P, M = unknown> = {
  /** Draws it: as it is where its code is there, else once that has come. */
  readonly drawn: () => ComponentType<P>
  /** Asks for the code. What could not be had is asked for again when it is drawn, which says so. */
  readonly begin: () => Promise<Loaded<P, M> | undefined>
}

export function ahead<P extends object, M = unknown>(load: () => Promise<Loaded<P, M>>): Ahead<P, M> {
  const later = lazy(load)
  let here: ComponentType<P> | undefined
  async function begin() {
    try {
      const loaded = await load()
      here = loaded.default
      return loaded
    } catch {
      return undefined
    }
  }
  return { drawn: () => here ?? later, begin }
}

type Props<P> = { readonly of: Pick<Ahead<P>, 'drawn'>; readonly props: P }

/** That part, without a placeholder where its code is there: React leaves one for 0.3 s at least. */
export function AheadPart<P extends object>({ of, props }: Props<P>) {
  const [Drawn] = useState(of.drawn)
  return createElement(Drawn, props)
}
