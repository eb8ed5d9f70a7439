/** Lets libraries that write styles at run time work under a policy that forbids inline styles without a nonce. */

/** The nonce the server put into this page; libraries that take one receive it, AG Grid as `styleNonce`. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Gives created style tags the nonce, and turns style attributes into style objects, which the policy allows. */
export function complyWithContentSecurity(): void {
  const { createElement } = document
  document.createElement = function (this: Document, name: string, options?: ElementCreationOptions): HTMLElement {
    const element = createElement.call(this, name, options)
    if (element instanceof HTMLStyleElement) element.nonce = styleNonce
    return element
  } as typeof document.createElement

  const { setAttribute } = Element.prototype
  Element.prototype.setAttribute = function (this: Element, name: string, value: string): void {
    if (name === 'style' && isStyled(this)) this.style.cssText = value
    else setAttribute.call(this, name, value)
  }
}

function isStyled(element: Element): element is HTMLElement | SVGElement {
  return element instanceof HTMLElement || element instanceof SVGElement
}
