import { endGlimpse, isGlimpsed } from '../host/glimpse.ts'

/** Parts that are not there yet. */
const COMING = '[aria-busy=true], .bone, .bone-list'
/** A page shows by then what it can (ms). */
const PATIENCE = 5_000

/** Ends the glimpse once the page that stands under it shows all that it begins with. Returns what gives up waiting. */
export function giveWay(): (() => void) | undefined {
  const root = document.getElementById('root')
  if (!root || !isGlimpsed()) return undefined
  const seeing = new MutationObserver(look)
  const timer = setTimeout(end, PATIENCE)
  function stop() {
    seeing.disconnect()
    clearTimeout(timer)
  }
  function end() {
    stop()
    endGlimpse()
  }
  function look() {
    if (!root?.querySelector(COMING)) end()
  }
  seeing.observe(root, { subtree: true, childList: true, attributeFilter: ['aria-busy'] })
  look()
  return stop
}
