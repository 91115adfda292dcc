import { createDOMRenderer } from '@fluentui/react-components'

/** Lets a style of ours in, under the page's policy. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/**
 * The rules that Fluent wrote, as it wrote them. Asked for its text, a style sheet leaves out a short border whose colour is
 * a variable where one side has another (seen with Chromium 156).
 */
export const written: string[] = []

/** Fluent writes its styles at run time; the policy lets in none without this answer's nonce. */
export const renderer = createDOMRenderer(document, {
  styleElementAttributes: { nonce: styleNonce },
  unstable_filterCSSRule: rule => written.push(rule) > 0,
})
