// In each page that an engine opens, before the page's own scripts: the programme's hour, what went wrong, and hands.
;(() => {
  const ahead = Number(document.currentScript.dataset.now) - Date.now()
  const Clock = Date
  globalThis.Date = class extends Clock {
    constructor(...given) {
      if (given.length > 0) super(...given)
      else super(Clock.now() + ahead)
    }
    static now() {
      return Clock.now() + ahead
    }
  }

  // One of them speaks English where nothing says otherwise.
  Object.defineProperty(navigator, 'language', { get: () => 'fr-FR' })

  const faults = []
  const place = ({ src, href, localName }) => `${localName} not loaded: ${src ?? href}`
  addEventListener('error', ({ message, target }) => faults.push(message ?? place(target)), true)
  addEventListener('unhandledrejection', ({ reason }) => faults.push(`not caught: ${reason}`))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    faults.push(`policy: ${violatedDirective} ${blockedURI}`),
  )

  const all = selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility())
  // A name has plain spaces where the words have none that breaks.
  const plain = text => text.replace(/\s+/g, ' ').trim()
  const nameOf = each => {
    const label = each.labels?.[0]?.textContent
    return plain(each.getAttribute('aria-label') ?? label ?? each.textContent)
  }
  const CONTROLS = ['button', 'a[href]', 'input', 'select', 'textarea', '[role=menuitem]', 'summary']
  const exact = (each, name) => Number(nameOf(each) === name)
  /** The first control whose name begins so; in the dialog, where one is open. */
  const control = (name, within = all('[role=dialog]').length > 0 ? '[role=dialog] ' : '') =>
    all(CONTROLS.map(each => within + each).join())
      .toSorted((a, b) => exact(b, name) - exact(a, name))
      .find(each => nameOf(each).startsWith(name))
  const isUnderPointer = each => {
    const { left, top, width, height } = each.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return each.contains(hit) || [...(each.labels ?? [])].some(label => label.contains(hit))
  }
  const focused = () => {
    const held = document.activeElement
    return !held || held === document.body ? '' : nameOf(held)
  }
  const headings = () =>
    all('h1, h2, h3, h4, [role=heading]').map(each => {
      const level = each.getAttribute('aria-level') ?? each.localName.slice(1)
      return `${level} ${plain(each.textContent)}`
    })
  function paper() {
    dispatchEvent(new Event('beforeprint'))
    const rules = [...document.styleSheets].flatMap(({ cssRules }) =>
      [...cssRules].map(({ cssText }) => cssText),
    )
    const sheet = document.querySelector('.paper')
    return sheet && `<style>${rules.join(' ')}</style><body>${sheet.outerHTML}</body>`
  }
  const root = document.documentElement
  let seen = ''
  let drawn = 0
  let stood = ''
  /** Whether the page has what it needs, nothing is being read, and its headings were the same for some twenty drawings. */
  function isStill(selector) {
    const stands = document.querySelector(selector) && !document.querySelector('#glimpse, [aria-busy=true]')
    const now = stands ? headings().join() : ''
    drawn = now !== '' && now === seen ? drawn + 1 : 0
    seen = now
    return drawn >= 20
  }

  globalThis.hands = {
    focused,
    /** What goes onto paper, as a document of its own. */
    paper,
    control,
    nameOf: name => nameOf(control(name)),
    shownOf: (idea, text) =>
      all('.idea').some(each => [idea, text].every(part => plain(each.textContent).includes(part))),
    text: selector => plain(document.querySelector(selector).textContent).replaceAll(' ', ''),
    faults: () => faults,
    /** Does what nobody may do here: a proof that hears nothing of it would prove nothing. */
    misbehave: () => {
      setTimeout(() => {
        throw new Error('thrown')
      })
      void Promise.reject(new Error('rejected'))
      document.head.append(Object.assign(document.createElement('script'), { textContent: 'inline' }))
    },
    complains: () =>
      [/thrown/, /rejected/, /^policy: script-src/].every(each => faults.some(one => each.test(one))),
    forget: () => faults.splice(0).length,
    look: () => [headings(), root.scrollWidth - root.clientWidth, faults],
    said: () => plain(document.querySelector('[role=status]')?.textContent ?? ''),
    shows: text => plain(document.body.textContent).includes(text),
    isStill,
    /** Its headings are looked at anew. */
    stir: () => {
      drawn = 0
    },
    hasAll: wanted => wanted.every(heading => headings().includes(heading)),
    hasNoDialog: () => all('[role=dialog]').length === 0,
    hasDialog: () => all('[role=dialog]').length > 0,
    isInDialog: () => !!document.activeElement?.closest('[role=dialog]'),
    hasRing: () => {
      const held = document.activeElement
      const drawn = [getComputedStyle(held), getComputedStyle(held, '::after')]
      return drawn.some(({ outlineStyle, outlineColor, outlineWidth, boxShadow }) => {
        const hasOutline = outlineStyle !== 'none' && outlineColor !== 'rgba(0, 0, 0, 0)'
        return (hasOutline && Number.parseFloat(outlineWidth) >= 1) || boxShadow.includes('inset')
      })
    },
    /** Whether a control is scrolled to, lies under a pointer there, and has not moved since it was last asked: dialogs slide in. */
    isStandingStill: name => {
      const found = control(name)
      if (!found) return false
      // Asked for the middle again and again, Firefox goes to and fro by a pixel where the window's height is odd.
      found.scrollIntoView({ block: isUnderPointer(found) ? 'nearest' : 'center' })
      const { left, top, width, height } = found.getBoundingClientRect()
      const place = [left, top, width, height].join()
      const moved = place !== stood
      stood = place
      return !moved && isUnderPointer(found)
    },
    /** Middle of that control, in the window's own pixels. */
    middle: name => {
      const { left, top, width, height } = control(name).getBoundingClientRect()
      const frame = globalThis.frameElement.getBoundingClientRect()
      return [frame.left + left + width / 2, frame.top + top + height / 2].map(Math.round)
    },
  }
})()
