/** What every JavaScript environment has, browser or not, and the core may therefore use. */
declare class TextEncoder {
  encode(text: string): Uint8Array
}
