/** Id of the control of a field on the page. */
export function inputId(fieldId: string): string {
  return `field-${fieldId}`
}
