import { options } from 'preact'

/**
 * What stands for `react-dom/client` in the build. An effect follows at once, not after the next frame: after a
 * press the focus has moved before another key comes, as with React.
 */
options.requestAnimationFrame = queueMicrotask

export { createRoot } from 'preact/compat/client'
