/** Hands a file to the browser's downloads. */

export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address))
}

/** The name the server gave a file, from its `Content-Disposition`. */
export function fileName(response: Response, otherwise: string): string {
  const given = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  return given === undefined ? otherwise : decodeURIComponent(given)
}
