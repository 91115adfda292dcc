/** Whether a tab begins where it begins by itself: at no page or filter of it. */
export const isStart = (hash: string) => /^(#\/?)?$/.test(hash)

type Kept = { readonly remember: (value: string) => void; readonly recall: () => string }

function keptAs(key: string): Kept {
  return {
    remember(value) {
      try {
        localStorage.setItem(key, value)
      } catch {
        // A browser that keeps nothing for a page within another asks a little later.
      }
    },
    recall() {
      try {
        return localStorage.getItem(key) ?? ''
      } catch {
        return ''
      }
    },
  }
}

/** The Direction that this browser began with the last time, or '': asked for sooner. A guess: the server says what may be seen. */
export const lastDirection = keptAs('direction')

/** Whether this browser began with « Aujourd’hui », which few may see: 'yes' or ''. */
export const lastToday = keptAs('today')
