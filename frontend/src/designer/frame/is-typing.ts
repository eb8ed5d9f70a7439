/** Whether a key belongs to a text that is being typed, and so not to the designer. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"], [role="combobox"]') !== null
}
